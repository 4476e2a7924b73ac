//! Follows a function as far as its course is certain, and keeps what it gives to the calls that make lanes.
//!
//! A loop over a list that is known is followed round by round; whatever may happen or not, or often, is skipped, and so are the calls
//! in it.

mod calls;
mod expressions;
mod syntax;

use std::collections::{HashMap, HashSet};

use proc_macro2::LineColumn;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Block, Expr, FnArg, Ident, Item, Local, Pat, PatIdent, StaticMutability, Stmt};

use super::source::{Function, Source, has, mentions, place, uses};
use super::value::Value;
use syntax::{is_vec, names};

/// How many rounds are followed of a loop whose end isn't known.
const OPEN: i128 = 100;

/// A call that makes lanes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Site {
    /// The call at this line and column, both from 1. A lane for each time that it is called.
    At(u32, u32),
    /// A call of this name on this line, such as `join_all`. A lane for each member of the list that it is given.
    Set(u32, String),
}

/// What one course of a function gives to a call that makes lanes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// In order, a value for each lane.
    pub values: Vec<Value>,
    /// Whether it stands in a loop within a loop. If a round is cut short there, another one begins.
    pub is_nested: bool,
}

/// The functions that the source defines.
#[derive(Default)]
pub struct Known<'s> {
    /// Their names.
    pub names: HashSet<String>,
    /// Those that only `main` uses: what they do is part of its course.
    pub parts: HashMap<String, Function<'s>>,
}

impl<'s> Known<'s> {
    /// The functions of a source.
    pub fn of(source: &Source, functions: &[Function<'s>]) -> Self {
        let name = |function: &Function<'_>| function.signature.ident.to_string();
        let names = functions.iter().map(name).collect();
        let main = functions.iter().find(|function| function.is_main(source));
        let is_part = |function: &&Function<'_>| {
            let within = |main: &Function<'_>| mentions(&main.block.to_token_stream(), &name(function));
            let takes_code = has(&function.signature.inputs.to_token_stream(), &|token| {
                ["impl", "dyn", "fn", "Fn", "FnOnce", "FnMut", "Future"].contains(&token.to_string().as_str())
            }) || function.signature.generics.type_params().next().is_some();
            let uses = source.mentions(&name(function));
            function.is_root && uses > 0 && main.map(within) == Some(uses) && !takes_code
        };
        let parts = functions
            .iter()
            .filter(is_part)
            .map(|function| (name(function), *function));
        Self {
            names,
            parts: parts.collect(),
        }
    }
}

/// The course of a function.
pub struct Run<'s> {
    known: &'s Known<'s>,
    sites: &'s HashSet<Site>,
    given: HashMap<Site, Given>,
    /// How often each function that only `main` uses was followed.
    followed: HashMap<String, usize>,
    /// The calls in iterators, which work late.
    late: HashSet<Site>,
    /// What was collected last. Only a `Vec` is sure to keep its order.
    collected: Value,
    /// The calls of which something is uncertain.
    unclear: HashSet<Site>,
    variables: Vec<Variable>,
    /// How many loops are around.
    loops: usize,
}

/// A variable.
#[derive(Clone)]
struct Variable {
    name: String,
    value: Value,
    is_mutable: bool,
    /// Whether it is a `const` or `static` of the file.
    is_item: bool,
}

impl<'s> Run<'s> {
    /// A run that has not begun. `sites` is what to look for.
    pub fn new(known: &'s Known<'s>, sites: &'s HashSet<Site>) -> Self {
        Self {
            known,
            sites,
            given: HashMap::new(),
            followed: HashMap::new(),
            late: HashSet::new(),
            collected: Value::Unknown,
            unclear: HashSet::new(),
            variables: Vec::new(),
            loops: 0,
        }
    }

    /// Sets a variable.
    pub fn set(&mut self, name: &str, value: Value) {
        self.variables.push(Variable {
            name: name.to_owned(),
            value,
            is_mutable: false,
            is_item: false,
        });
    }

    /// Sets what an item says: the value of a `const` or `static`.
    pub fn item(&mut self, item: &Item) {
        let (name, value) = match item {
            Item::Const(item) => (&item.ident, &item.expr),
            Item::Static(item) if matches!(item.mutability, StaticMutability::None) => (&item.ident, &item.expr),
            _ => return,
        };
        let value = self.value(value);
        self.variables.push(Variable {
            name: name.to_string(),
            value,
            is_mutable: false,
            is_item: true,
        });
    }

    /// What the calls were given of which everything is certain.
    pub fn given(mut self) -> HashMap<Site, Given> {
        for (name, _) in self.followed.iter().filter(|(_, times)| **times > 1) {
            for site in self.sites_in(self.known.parts[name].block) {
                self.given.entry(site).and_modify(|given| given.is_nested = true);
            }
        }
        self.given.retain(|site, _| !self.unclear.contains(site));
        self.given
    }

    /// Follows a block; returns its value.
    pub fn block(&mut self, block: &Block) -> Value {
        let outside = self.variables.len();
        let mut last = Value::Unknown;
        for statement in &block.stmts {
            last = Value::Unknown;
            match statement {
                Stmt::Local(local) => self.local(local),
                Stmt::Item(item) => self.item(item),
                Stmt::Expr(expression, end) => {
                    let value = self.value(expression);
                    if end.is_none() {
                        last = value;
                    }
                }
                Stmt::Macro(statement) => drop(self.in_macro(&statement.mac)),
            }
        }
        self.variables.truncate(outside);
        last
    }

    fn local(&mut self, local: &Local) {
        let value = match &local.init {
            Some(init) => {
                let mut value = self.value(&init.expr);
                if let (Pat::Type(typed), Expr::MethodCall(call)) = (&local.pat, &*init.expr)
                    && call.method == "collect"
                    && is_vec(&typed.ty)
                {
                    value = std::mem::replace(&mut self.collected, Value::Unknown);
                }
                if let Some((_, other)) = &init.diverge {
                    self.skip(other);
                }
                value
            }
            None => Value::Unknown,
        };
        self.bind(&local.pat, value);
    }

    /// Sets the variables of a pattern. Those that may change get no value, apart from lists, to which values may be pushed.
    fn bind(&mut self, pattern: &Pat, value: Value) {
        match (pattern, value) {
            (
                Pat::Ident(PatIdent {
                    ident,
                    mutability,
                    by_ref,
                    subpat: None,
                    ..
                }),
                value,
            ) => {
                let is_mutable = mutability.is_some() || by_ref.is_some();
                let is_kept = !is_mutable || (by_ref.is_none() && matches!(value, Value::List(_)));
                let value = if is_kept { value } else { Value::Unknown };
                self.variables.push(Variable {
                    name: ident.to_string(),
                    value,
                    is_mutable,
                    is_item: false,
                });
            }
            (Pat::Paren(inner), value) => self.bind(&inner.pat, value),
            (Pat::Type(inner), value) => self.bind(&inner.pat, value),
            (Pat::Reference(inner), value) if inner.mutability.is_none() => self.bind(&inner.pat, value),
            (Pat::Tuple(inner), Value::Tuple(values)) if inner.elems.len() == values.len() => {
                for (pattern, value) in inner.elems.iter().zip(values) {
                    self.bind(pattern, value);
                }
            }
            (other, _) => {
                for name in names(other) {
                    self.set(&name, Value::Unknown);
                }
            }
        }
    }

    fn variable(&self, name: &str) -> Option<&Variable> {
        self.variables.iter().rev().find(|variable| variable.name == name)
    }

    /// Follows a function that only `main` uses.
    fn part(&mut self, name: &str, function: Function<'_>, arguments: Vec<Value>) {
        *self.followed.entry(name.to_owned()).or_default() += 1;
        let outside = std::mem::take(&mut self.variables);
        self.variables = outside.iter().filter(|variable| variable.is_item).cloned().collect();
        for (argument, value) in function.signature.inputs.iter().zip(arguments) {
            if let FnArg::Typed(argument) = argument {
                self.bind(&argument.pat, value);
            }
        }
        self.block(function.block);
        self.variables = outside;
    }

    /// A function is called in another way than by `main` itself, or perhaps.
    fn lose(&mut self, name: &str) {
        if let Some(function) = self.known.parts.get(name) {
            let sites = self.sites_in(function.block);
            self.unclear.extend(sites);
        }
    }

    /// Passes over what may happen or not, or often.
    fn skip(&mut self, syntax: &(impl Spanned + ToTokens)) {
        self.unclear.extend(self.sites_in(syntax));
        let known = self.known;
        for name in known.parts.keys().filter(|name| uses(syntax, name)) {
            self.lose(name);
        }
        self.forget(syntax);
    }

    /// The sites in a piece of syntax.
    fn sites_in(&self, syntax: &impl Spanned) -> Vec<Site> {
        let (start, end) = (syntax.span().start(), syntax.span().end());
        let is_inside = |site: &&Site| match site {
            Site::At(line, column) => place(*line, *column).is_some_and(|at| (start..end).contains(&at)),
            Site::Set(line, _) => (start.line..=end.line).contains(&(*line as usize)),
        };
        self.sites.iter().filter(is_inside).cloned().collect()
    }

    /// Forgets the lists that a piece of syntax may change.
    fn forget(&mut self, syntax: &impl ToTokens) {
        for variable in self.variables.iter_mut().filter(|variable| variable.is_mutable) {
            if uses(syntax, &variable.name) {
                variable.value = Value::Unknown;
            }
        }
    }
}

/// The site at which a call of this name stands.
fn places(name: &Ident, at: LineColumn) -> [Site; 2] {
    let line = u32::try_from(at.line).unwrap_or(0);
    let column = u32::try_from(at.column + 1).unwrap_or(0);
    [Site::At(line, column), Site::Set(line, name.to_string())]
}

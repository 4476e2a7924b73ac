//! Follows a function as far as its course is certain, and keeps what it gives to the calls that make lanes.
//!
//! A loop over a list that is known is followed round by round; whatever may happen or not, or often, is skipped, and so are the calls
//! in it.

mod calls;

use std::collections::{HashMap, HashSet};

use proc_macro2::{LineColumn, TokenTree};
use quote::ToTokens;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{
    BinOp, Block, Expr, ExprAsync, ExprClosure, ExprForLoop, FnArg, Ident, Item, Local, Macro, Member, Pat, PatIdent,
    StaticMutability, Stmt, Token, UnOp,
};

use super::source::{Function, Source, has, mentions, place, uses};
use super::value::Value;

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
                let mut names = Names::default();
                names.visit_pat(other);
                for name in names.0 {
                    self.set(&name, Value::Unknown);
                }
            }
        }
    }

    /// Follows an expression; returns its value.
    pub fn value(&mut self, expression: &Expr) -> Value {
        match expression {
            Expr::Lit(literal) => Value::of_literal(&literal.lit),
            Expr::Paren(inner) => self.value(&inner.expr),
            Expr::Group(inner) => self.value(&inner.expr),
            Expr::Reference(inner) => {
                let value = self.value(&inner.expr);
                if inner.mutability.is_some() {
                    self.forget(&inner.expr);
                }
                // What is borrowed to be changed has no value to rely on, but its name stays.
                let is_kept = inner.mutability.is_none() || matches!(value, Value::Name(_) | Value::Call(_));
                if is_kept { value } else { Value::Unknown }
            }
            Expr::Path(path) => self.path(path),
            Expr::Tuple(tuple) => Value::Tuple(self.values(&tuple.elems)),
            Expr::Array(array) => Value::List(self.values(&array.elems)),
            Expr::Repeat(repeat) if !makes_lanes(&repeat.expr) => {
                let (value, length) = (self.value(&repeat.expr), self.value(&repeat.len));
                Value::of_repeat(&value, &length)
            }
            Expr::Range(range) => {
                let (Some(start), Some(end)) = (&range.start, &range.end) else {
                    return Value::Unknown;
                };
                let (start, end) = (self.value(start), self.value(end));
                Value::of_range(&start, &range.limits, &end)
            }
            Expr::Call(call) => self.call(call, false),
            Expr::MethodCall(call) => self.method(call),
            Expr::Macro(call) => self.in_macro(&call.mac),
            Expr::Async(block) => self.async_block(block),
            Expr::Closure(closure) => self.closure(closure),
            Expr::ForLoop(each) => self.for_loop(each),
            Expr::Block(block) if block.label.is_none() => self.block(&block.block),
            other => self.other(other),
        }
    }

    /// Expressions from which less follows.
    fn other(&mut self, expression: &Expr) -> Value {
        match expression {
            Expr::Unary(unary) => {
                let value = self.value(&unary.expr);
                match (unary.op, value) {
                    (UnOp::Deref(_), value) => value,
                    (UnOp::Neg(_), Value::Integer(number)) => Value::Integer(-number),
                    _ => Value::Unknown,
                }
            }
            Expr::Binary(binary) => {
                let left = self.value(&binary.left);
                if matches!(binary.op, BinOp::And(_) | BinOp::Or(_)) {
                    self.skip(&binary.right);
                    return Value::Unknown;
                }
                let right = self.value(&binary.right);
                if !matches!(&*binary.left, Expr::Lit(_)) {
                    self.forget_assigned(&binary.op, &binary.left);
                }
                calculate(&left, &binary.op, &right)
            }
            Expr::Field(field) => match (self.value(&field.base), &field.member) {
                (Value::Tuple(values), Member::Unnamed(index)) => {
                    values.into_iter().nth(index.index as usize).unwrap_or(Value::Unknown)
                }
                _ => Value::Unknown,
            },
            Expr::Await(inner) => match &*inner.base {
                Expr::Call(call) => {
                    self.call(call, true);
                    Value::Unknown
                }
                other => self.only_follow(other),
            },
            Expr::Try(inner) => self.only_follow(&inner.expr),
            Expr::Assign(assign) => {
                self.forget(&assign.left);
                self.only_follow(&assign.right)
            }
            Expr::If(choice) => {
                if let Expr::Let(condition) = &*choice.cond {
                    self.only_follow(&condition.expr);
                } else {
                    self.only_follow(&choice.cond);
                }
                self.skip(&choice.then_branch);
                if let Some((_, other)) = &choice.else_branch {
                    self.skip(other);
                }
                Value::Unknown
            }
            Expr::Match(choice) => {
                self.only_follow(&choice.expr);
                for arm in &choice.arms {
                    self.skip(arm);
                }
                Value::Unknown
            }
            Expr::Struct(fields) if fields.rest.is_none() => {
                for field in &fields.fields {
                    self.only_follow(&field.expr);
                }
                Value::Unknown
            }
            other => {
                self.skip(other);
                Value::Unknown
            }
        }
    }

    fn only_follow(&mut self, expression: &Expr) -> Value {
        self.value(expression);
        Value::Unknown
    }

    fn values(&mut self, expressions: &Punctuated<Expr, Token![,]>) -> Vec<Value> {
        expressions.iter().map(|expression| self.value(expression)).collect()
    }

    fn path(&mut self, path: &syn::ExprPath) -> Value {
        let Some(last) = path.path.segments.last() else {
            return Value::Unknown;
        };
        let name = last.ident.to_string();
        let variable = self.variable(&name).filter(|_| path.path.segments.len() == 1);
        match variable.map(|variable| variable.value.clone()) {
            None | Some(Value::Unknown) => {
                self.lose(&name);
                Value::Name(name)
            }
            Some(value) => value,
        }
    }

    fn variable(&self, name: &str) -> Option<&Variable> {
        self.variables.iter().rev().find(|variable| variable.name == name)
    }

    /// Follows a loop if it is certain that each value of a list gets its round.
    fn for_loop(&mut self, each: &ExprForLoop) -> Value {
        let list = self.value(&each.expr);
        let (values, is_open) = match (list, self.count_from(&each.expr)) {
            (Value::List(values), _) => (values, false),
            (_, Some(first)) => ((first..first + OPEN).map(Value::Integer).collect(), true),
            _ => (Vec::new(), true),
        };
        if values.is_empty() || may_leave(|jumps| jumps.visit_block(&each.body)) {
            self.skip(&each.body);
            return Value::Unknown;
        }
        self.loops += 1;
        for value in values {
            let outside = self.variables.len();
            self.bind(&each.pat, value);
            self.block(&each.body);
            self.variables.truncate(outside);
        }
        self.loops -= 1;
        if is_open {
            self.forget(&each.body);
        }
        Value::Unknown
    }

    /// Where a range begins whose end isn't known.
    fn count_from(&mut self, list: &Expr) -> Option<i128> {
        let Expr::Range(range) = list else { return None };
        match self.value(range.start.as_ref()?) {
            Value::Integer(first) => Some(first),
            _ => None,
        }
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

    fn in_macro(&mut self, call: &Macro) -> Value {
        let name = call
            .path
            .segments
            .last()
            .map(|last| last.ident.to_string())
            .unwrap_or_default();
        let parts = Punctuated::<Expr, Token![,]>::parse_terminated.parse2(call.tokens.clone());
        match (name.as_str(), parts) {
            ("vec", Ok(parts)) => Value::List(self.values(&parts)),
            ("print" | "println" | "eprint" | "eprintln" | "format" | "join" | "try_join" | "pin", Ok(parts)) => {
                self.values(&parts);
                Value::Unknown
            }
            _ => {
                self.skip(call);
                Value::Unknown
            }
        }
    }

    fn async_block(&mut self, block: &ExprAsync) -> Value {
        self.skip(&block.block);
        Value::call("async block", self.used(&block.block))
    }

    /// A closure that is given away. If it only calls a function, it is that call.
    fn closure(&mut self, closure: &ExprClosure) -> Value {
        self.skip(&closure.body);
        if closure.inputs.is_empty() && matches!(&*closure.body, Expr::Call(_)) {
            let none = HashSet::new();
            let known = Known::default();
            let mut inside = Run::new(&known, &none);
            inside.variables = self.variables.clone();
            return inside.value(&closure.body);
        }
        Value::call("closure", self.used(&closure.body))
    }

    /// The values of the variables that a piece of syntax uses, in the order in which they were set.
    fn used(&self, syntax: &impl ToTokens) -> Vec<Value> {
        let is_used = |variable: &&Variable| {
            let is_current = self
                .variable(&variable.name)
                .is_some_and(|found| std::ptr::eq(found, *variable));
            is_current && uses(syntax, &variable.name)
        };
        let values = |variable: &Variable| variable.value.clone();
        self.variables.iter().filter(is_used).map(values).collect()
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

    fn forget_assigned(&mut self, operator: &BinOp, left: &Expr) {
        let is_calculation = calculates(operator)
            || matches!(
                operator,
                BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_)
            );
        if !is_calculation {
            self.forget(left);
        }
    }
}

fn calculates(operator: &BinOp) -> bool {
    matches!(
        operator,
        BinOp::Add(_) | BinOp::Sub(_) | BinOp::Mul(_) | BinOp::Div(_) | BinOp::Rem(_)
    )
}

fn calculate(left: &Value, operator: &BinOp, right: &Value) -> Value {
    let (Value::Integer(left), Value::Integer(right)) = (left, right) else {
        return Value::Unknown;
    };
    let result = match operator {
        BinOp::Add(_) => left.checked_add(*right),
        BinOp::Sub(_) => left.checked_sub(*right),
        BinOp::Mul(_) => left.checked_mul(*right),
        _ => None,
    };
    result.map_or(Value::Unknown, Value::Integer)
}

/// Whether a type, or the arguments of `collect`, begin with `Vec`.
fn is_vec(syntax: &impl ToTokens) -> bool {
    let words = syntax.to_token_stream().into_iter();
    let mut names = words.filter(|token| matches!(token, TokenTree::Ident(_)));
    names.next().is_some_and(|name| name.to_string() == "Vec")
}

/// Whether lanes might be made here. The expression of `[…; n]` is followed once.
fn makes_lanes(expression: &Expr) -> bool {
    !matches!(expression, Expr::Lit(_) | Expr::Path(_) | Expr::Tuple(_))
}

/// Whether a piece of syntax may be left early, or may go on to the next round: by `?`, `break`, `continue`, `return`, or unseen in a
/// macro.
fn may_leave(visit: impl FnOnce(&mut Jumps)) -> bool {
    let mut jumps = Jumps(false);
    visit(&mut jumps);
    jumps.0
}

struct Jumps(bool);

impl<'s> Visit<'s> for Jumps {
    fn visit_expr(&mut self, expression: &'s Expr) {
        match expression {
            Expr::Break(_) | Expr::Continue(_) | Expr::Return(_) | Expr::Try(_) | Expr::Yield(_) => self.0 = true,
            // What leaves these stays in the loop.
            Expr::Async(_) | Expr::Closure(_) => {}
            other => visit::visit_expr(self, other),
        }
    }

    fn visit_item(&mut self, _: &'s Item) {}

    fn visit_macro(&mut self, call: &'s Macro) {
        self.0 |= has(&call.tokens, &|token| match token {
            TokenTree::Ident(word) => word == "break" || word == "continue" || word == "return",
            TokenTree::Punct(mark) => mark.as_char() == '?',
            _ => false,
        });
    }
}

/// The names that a pattern sets.
#[derive(Default)]
struct Names(Vec<String>);

impl<'s> Visit<'s> for Names {
    fn visit_pat_ident(&mut self, name: &'s PatIdent) {
        self.0.push(name.ident.to_string());
        visit::visit_pat_ident(self, name);
    }
}

/// The site at which a call of this name stands.
fn places(name: &Ident, at: LineColumn) -> [Site; 2] {
    let line = u32::try_from(at.line).unwrap_or(0);
    let column = u32::try_from(at.column + 1).unwrap_or(0);
    [Site::At(line, column), Site::Set(line, name.to_string())]
}

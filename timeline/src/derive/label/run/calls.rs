//! Calls: those that make lanes, and those whose result is known.

use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{Expr, ExprCall, ExprClosure, ExprMethodCall, Token};

use super::syntax::{is_vec, may_leave};
use super::{Run, Site, Value, places};

impl Run<'_> {
    /// A call of a function. `is_awaited` says whether its result is awaited at once.
    pub(super) fn call(&mut self, call: &ExprCall, is_awaited: bool) -> Value {
        let Expr::Path(function) = &*call.func else {
            self.value(&call.func);
            self.values(&call.args);
            return Value::Unknown;
        };
        let names: Vec<String> = function
            .path
            .segments
            .iter()
            .map(|part| part.ident.to_string())
            .collect();
        let Some(last) = function.path.segments.last().map(|last| &last.ident) else {
            return Value::Unknown;
        };
        let kind = names.len().checked_sub(2).map_or("", |index| names[index].as_str());
        let arguments = self.arguments(&last.to_string(), &call.args);
        self.make_lanes(&places(last, function.span().start()), &arguments, arguments.first());
        let name = last.to_string();
        match self.known.parts.get(&name) {
            Some(_) if self.variable(&name).is_some() => {}
            Some(function) if is_awaited == function.signature.asyncness.is_some() => {
                self.part(&name, *function, arguments.clone());
            }
            _ => self.lose(&name),
        }
        let first = || arguments.first().cloned().unwrap_or(Value::Unknown);
        match (kind, name.as_str()) {
            ("Vec", "new" | "with_capacity") => Value::List(Vec::new()),
            ("Vec" | "String", "from") | ("Box", "pin" | "new") | ("stream", "iter") | ("Arc" | "Rc", "clone") => {
                first()
            }
            ("Duration", unit) => Value::of_duration(unit, &first()),
            ("", name) if self.variable(name).is_some() => Value::Unknown,
            (_, name) if self.is_spawn(name) => Value::Unknown,
            (kind, name) if kind.starts_with(char::is_uppercase) => Value::call(format!("{kind}::{name}"), arguments),
            (_, name) => Value::call(name, arguments),
        }
    }

    /// The values of a call's arguments. An async block that is run here and now is followed.
    fn arguments(&mut self, function: &str, arguments: &Punctuated<Expr, Token![,]>) -> Vec<Value> {
        if let (true, Some(Expr::Async(block))) = (function == "block_on", arguments.first()) {
            self.block(&block.block);
            return vec![Value::call("async block", Vec::new())];
        }
        self.values(arguments)
    }

    pub(super) fn method(&mut self, call: &ExprMethodCall) -> Value {
        let receiver = self.value(&call.receiver);
        let name = call.method.to_string();
        if let Value::List(items) = receiver {
            return self.list_method(call, &name, items);
        }
        let arguments = self.arguments(&name, &call.args);
        self.make_lanes(&places(&call.method, call.method.span().start()), &arguments, None);
        match (name.as_str(), receiver) {
            ("clone" | "iter" | "into_iter" | "as_str", receiver) => receiver,
            ("to_string" | "to_owned" | "into", Value::Text(text)) => Value::Text(text),
            (name, _) if self.is_spawn(name) => Value::Unknown,
            (_, Value::Name(variable)) if matches!(&*call.receiver, Expr::Path(_)) => {
                Value::call(format!("{variable}.{name}"), arguments)
            }
            // A future in another cover.
            ("boxed" | "boxed_local" | "fuse" | "shared", future @ Value::Call(_)) => future,
            _ => Value::call(name, arguments),
        }
    }

    /// Whether a function of a library makes a task. What it returns is only the task's handle.
    fn is_spawn(&self, name: &str) -> bool {
        name.starts_with("spawn") && !self.known.names.contains(name)
    }

    /// A method of an array, a `Vec`, an iterator or a stream.
    fn list_method(&mut self, call: &ExprMethodCall, name: &str, items: Vec<Value>) -> Value {
        let sites = places(&call.method, call.method.span().start());
        let result = match name {
            "map" | "for_each" | "for_each_concurrent" => {
                let inside = self.sites_in(&call.args).into_iter();
                self.late.extend(inside.filter(|site| matches!(site, Site::At(..))));
                self.for_all(&call.args, items)
            }
            "push" => {
                let arguments = self.values(&call.args);
                self.make_lanes(&sites, &arguments, None);
                self.push(&call.receiver, arguments);
                return Value::Unknown;
            }
            _ => {
                let arguments = self.values(&call.args);
                self.other_list(call, name, items, arguments.first())
            }
        };
        self.make_lanes(&sites, &[], Some(&result));
        if name == "collect" && !call.turbofish.as_ref().is_some_and(is_vec) {
            self.collected = result;
            return Value::Unknown;
        }
        result
    }

    /// What a list is after a method that changes no value. Iterators work late, and may work in another order or twice.
    fn other_list(
        &mut self,
        call: &ExprMethodCall,
        name: &str,
        mut items: Vec<Value>,
        argument: Option<&Value>,
    ) -> Value {
        let is_plain = items.iter().all(Value::is_plain);
        match (name, argument) {
            ("len" | "is_empty", None) => Value::Unknown,
            ("iter" | "into_iter" | "collect" | "copied" | "buffered" | "buffer_unordered" | "boxed" | "fuse", _) => {
                Value::List(items)
            }
            ("clone" | "cloned" | "to_vec", None) if is_plain => Value::List(items),
            ("rev", None) if is_plain => {
                items.reverse();
                Value::List(items)
            }
            ("enumerate", None) => {
                let pair = |(index, item)| Value::Tuple(vec![Value::Integer(index), item]);
                Value::List((0..).zip(items).map(pair).collect())
            }
            ("zip", Some(Value::List(others))) => {
                let pair = |(item, other): (_, &Value)| Value::Tuple(vec![item, other.clone()]);
                Value::List(items.into_iter().zip(others).map(pair).collect())
            }
            ("flatten", None) => flat(items),
            _ => {
                if !is_plain {
                    self.unclear.extend(self.late.iter().cloned());
                }
                self.forget(&call.receiver);
                Value::Unknown
            }
        }
    }

    /// Gives each item to the closure or function that stands last.
    fn for_all(&mut self, arguments: &Punctuated<Expr, Token![,]>, items: Vec<Value>) -> Value {
        match arguments.last() {
            Some(Expr::Closure(closure)) if !may_leave(|jumps| jumps.visit_expr(&closure.body)) => {
                self.loops += 1;
                let results = items.into_iter().map(|item| self.apply(closure, item)).collect();
                self.loops -= 1;
                Value::List(results)
            }
            Some(Expr::Path(function)) => {
                let name = function.path.segments.last().map(|last| last.ident.to_string());
                match name.filter(|name| self.known.names.contains(name) && self.variable(name).is_none()) {
                    Some(name) => {
                        self.lose(&name);
                        Value::List(items.into_iter().map(|item| Value::call(&name, vec![item])).collect())
                    }
                    None => Value::Unknown,
                }
            }
            Some(other) => {
                self.skip(other);
                Value::Unknown
            }
            None => Value::Unknown,
        }
    }

    fn apply(&mut self, closure: &ExprClosure, item: Value) -> Value {
        let outside = self.variables.len();
        for pattern in &closure.inputs {
            self.bind(pattern, item.clone());
        }
        let result = self.value(&closure.body);
        self.variables.truncate(outside);
        result
    }

    /// Pushes values to the list in a variable.
    fn push(&mut self, receiver: &Expr, values: Vec<Value>) {
        let Expr::Path(path) = receiver else { return };
        let variable = self
            .variables
            .iter_mut()
            .rev()
            .find(|variable| path.path.is_ident(&variable.name));
        if let Some(Value::List(items)) = variable.map(|variable| &mut variable.value) {
            items.extend(values);
        }
    }

    /// If lanes are made here, keeps what they are made of: the future among the arguments, or each member of a list.
    fn make_lanes(&mut self, [call, set]: &[Site; 2], arguments: &[Value], list: Option<&Value>) {
        if self.sites.contains(call) && !arguments.is_empty() {
            match super::super::spawned(arguments) {
                Value::List(futures) => self.keep(call, futures, self.loops > 0),
                future => self.keep(call, vec![future], self.loops > 1),
            }
        }
        if self.sites.contains(set) {
            match list {
                Some(Value::List(items)) => self.keep(set, items.clone(), self.loops > 0),
                _ => drop(self.unclear.insert(set.clone())),
            }
        }
    }

    fn keep(&mut self, site: &Site, values: Vec<Value>, is_nested: bool) {
        let given = self.given.entry(site.clone()).or_default();
        given.values.extend(values);
        given.is_nested |= is_nested;
    }
}

/// A list of lists as one list.
fn flat(lists: Vec<Value>) -> Value {
    let mut all = Vec::new();
    for list in lists {
        let Value::List(items) = list else {
            return Value::Unknown;
        };
        all.extend(items);
    }
    Value::List(all)
}

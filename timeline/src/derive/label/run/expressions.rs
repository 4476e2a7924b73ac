//! Expressions, and what is known of their values.

use std::collections::HashSet;

use quote::ToTokens;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::visit::Visit;
use syn::{BinOp, Expr, ExprAsync, ExprClosure, ExprForLoop, ExprPath, Macro, Member, Token, UnOp};

use super::super::source::uses;
use super::syntax::may_leave;
use super::{Known, OPEN, Run, Value, Variable};

impl Run<'_> {
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
            Expr::Struct(fields) if fields.rest.is_none() => {
                for field in &fields.fields {
                    self.only_follow(&field.expr);
                }
                Value::Unknown
            }
            Expr::Assign(assign) => {
                self.forget(&assign.left);
                self.only_follow(&assign.right)
            }
            other => self.choice(other),
        }
    }

    /// What happens or not. Only what is looked at first is certain.
    fn choice(&mut self, expression: &Expr) -> Value {
        match expression {
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
            }
            Expr::Match(choice) => {
                self.only_follow(&choice.expr);
                for arm in &choice.arms {
                    self.skip(arm);
                }
            }
            other => self.skip(other),
        }
        Value::Unknown
    }

    fn only_follow(&mut self, expression: &Expr) -> Value {
        self.value(expression);
        Value::Unknown
    }

    pub(super) fn values(&mut self, expressions: &Punctuated<Expr, Token![,]>) -> Vec<Value> {
        expressions.iter().map(|expression| self.value(expression)).collect()
    }

    fn path(&mut self, path: &ExprPath) -> Value {
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

    /// Where a range begins whose end isn't known.
    fn count_from(&self, list: &Expr) -> Option<i128> {
        let Expr::Range(range) = list else { return None };
        match range.start.as_deref()? {
            Expr::Lit(first) => Value::of_literal(&first.lit).integer(),
            _ => None,
        }
    }

    pub(super) fn in_macro(&mut self, call: &Macro) -> Value {
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

/// Whether lanes might be made here. The expression of `[…; n]` is followed once.
fn makes_lanes(expression: &Expr) -> bool {
    !matches!(expression, Expr::Lit(_) | Expr::Path(_) | Expr::Tuple(_))
}

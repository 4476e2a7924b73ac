//! The awaits of a source, and which of them a lane passed without a wait.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use proc_macro2::{TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Expr, ExprAsync, ExprAwait, ExprClosure, ImplItemFn, ItemFn, Macro};

/// The body of a function, an async block or a closure.
struct Body {
    name: String,
    lines: RangeInclusive<usize>,
    awaits: Vec<Await>,
}

/// An await in a body, not in a body inside of it.
struct Await {
    /// All lines of the expression.
    lines: RangeInclusive<usize>,
    /// The line of the word `await`.
    line: usize,
    /// The function that is called there and awaited; empty if there is none.
    called: String,
}

/// The lines of the awaits that a lane passed without a wait, or did not come to: those in the bodies in which it waited, and in the
/// functions that are awaited there. `waited` are the lines of its waits. The body around `parent`, the line of a branch or a member, is
/// that of another lane. Empty if the source is no Rust.
pub fn without_waits(source: &str, waited: &[u32], parent: Option<u32>) -> Vec<u32> {
    let Ok(file) = syn::parse_file(source) else {
        return Vec::new();
    };
    let mut bodies = Bodies::default();
    bodies.visit_file(&file);
    let bodies = &bodies.found;
    let waited: Vec<usize> = waited.iter().map(|line| *line as usize).collect();
    let innermost = |line: &usize| {
        let around = (0..bodies.len()).filter(|body| bodies[*body].lines.contains(line));
        around.min_by_key(|body| bodies[*body].lines.end() - bodies[*body].lines.start())
    };
    let mut open: Vec<usize> = waited.iter().filter_map(innermost).collect();
    let other = parent.and_then(|line| innermost(&(line as usize)));
    open.retain(|body| Some(*body) != other);
    let mut known = BTreeSet::new();
    while let Some(body) = open.pop() {
        if known.insert(body) {
            let called = bodies[body]
                .awaits
                .iter()
                .map(|found| found.called.as_str())
                .filter(|name| !name.is_empty());
            open.extend(called.flat_map(|name| (0..bodies.len()).filter(move |body| name == bodies[*body].name)));
        }
    }
    let awaits = known.iter().flat_map(|body| &bodies[*body].awaits);
    let passed = awaits.filter(|found| !waited.iter().any(|line| found.lines.contains(line)));
    let lines: BTreeSet<usize> = passed.map(|found| found.line).collect();
    lines.into_iter().filter_map(|line| u32::try_from(line).ok()).collect()
}

#[derive(Default)]
struct Bodies {
    found: Vec<Body>,
    /// The bodies around the place, the innermost last.
    around: Vec<usize>,
}

impl Bodies {
    fn within(&mut self, name: String, syntax: &impl Spanned, visit: impl FnOnce(&mut Self)) {
        let span = syntax.span();
        self.around.push(self.found.len());
        self.found.push(Body {
            name,
            lines: span.start().line..=span.end().line,
            awaits: Vec::new(),
        });
        visit(self);
        self.around.pop();
    }

    fn add(&mut self, found: Await) {
        if let Some(body) = self.around.last() {
            self.found[*body].awaits.push(found);
        }
    }

    /// Macros hold awaits as tokens.
    fn in_tokens(&mut self, tokens: TokenStream) {
        let mut last = String::new();
        for token in tokens {
            match &token {
                // An async block is a body of its own.
                TokenTree::Group(_) if last == "async" || last == "move" => {}
                TokenTree::Group(group) => self.in_tokens(group.stream()),
                TokenTree::Ident(word) if last == "." && word == "await" => {
                    let line = token.span().start().line;
                    self.add(Await {
                        lines: line..=line,
                        line,
                        called: String::new(),
                    });
                }
                _ => {}
            }
            last = token.to_string();
        }
    }
}

impl<'s> Visit<'s> for Bodies {
    fn visit_item_fn(&mut self, function: &'s ItemFn) {
        self.within(function.sig.ident.to_string(), function, |bodies| {
            visit::visit_item_fn(bodies, function)
        });
    }

    fn visit_impl_item_fn(&mut self, function: &'s ImplItemFn) {
        self.within(function.sig.ident.to_string(), function, |bodies| {
            visit::visit_impl_item_fn(bodies, function)
        });
    }

    fn visit_expr_async(&mut self, block: &'s ExprAsync) {
        self.within(String::new(), block, |bodies| visit::visit_expr_async(bodies, block));
    }

    fn visit_expr_closure(&mut self, closure: &'s ExprClosure) {
        self.within(String::new(), closure, |bodies| {
            visit::visit_expr_closure(bodies, closure)
        });
    }

    fn visit_expr_await(&mut self, expression: &'s ExprAwait) {
        let span = expression.span();
        let called = match &*expression.base {
            Expr::Call(call) => match &*call.func {
                Expr::Path(path) => path.path.segments.last().map(|name| name.ident.to_string()),
                _ => None,
            },
            Expr::MethodCall(call) => Some(call.method.to_string()),
            _ => None,
        };
        self.add(Await {
            lines: span.start().line..=span.end().line,
            line: expression.await_token.span.start().line,
            called: called.unwrap_or_default(),
        });
        visit::visit_expr_await(self, expression);
    }

    fn visit_macro(&mut self, call: &'s Macro) {
        self.in_tokens(call.tokens.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::without_waits;

    #[test]
    fn awaits_are_found_in_what_is_awaited() {
        let source = "async fn main() {\n    let a = open().await;\n    tokio::spawn(async {\n        other().await\n    });\n    \
                      sleep(a)\n        .await;\n    println!(\"{}\", rest().await);\n}\nasync fn open() {\n    ready().await\n}\n";
        assert_eq!(without_waits(source, &[6], None), [2, 8, 11]);
        assert_eq!(without_waits(source, &[4], None), [0_u32; 0]);
        assert_eq!(without_waits(source, &[11], None), [0_u32; 0]);
        assert_eq!(without_waits(source, &[6, 11], Some(6)), [0_u32; 0]);
        let source = "async fn main() {\n    join!(a().await, async {\n        b().await\n    });\n    c().await\n}\n";
        assert_eq!(without_waits(source, &[5], None), [2]);
        assert_eq!(without_waits("no Rust", &[1], None), [0_u32; 0]);
    }
}

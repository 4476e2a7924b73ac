//! What pieces of syntax hold.

use proc_macro2::TokenTree;
use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::{Expr, Item, Macro, Pat, PatIdent};

use super::super::source::has;

/// Whether a type, or the arguments of `collect`, begin with `Vec`.
pub fn is_vec(syntax: &impl ToTokens) -> bool {
    let words = syntax.to_token_stream().into_iter();
    let mut names = words.filter(|token| matches!(token, TokenTree::Ident(_)));
    names.next().is_some_and(|name| name.to_string() == "Vec")
}

/// Whether a piece of syntax may be left early, or may go on to the next round: by `?`, `break`, `continue`, `return`, or unseen in a
/// macro.
pub fn may_leave(visit: impl FnOnce(&mut Jumps)) -> bool {
    let mut jumps = Jumps(false);
    visit(&mut jumps);
    jumps.0
}

/// Whether something was found that leaves.
pub struct Jumps(bool);

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
pub fn names(pattern: &Pat) -> Vec<String> {
    let mut names = Names::default();
    names.visit_pat(pattern);
    names.0
}

#[derive(Default)]
struct Names(Vec<String>);

impl<'s> Visit<'s> for Names {
    fn visit_pat_ident(&mut self, name: &'s PatIdent) {
        self.0.push(name.ident.to_string());
        visit::visit_pat_ident(self, name);
    }
}

//! A source as syntax: its functions, and what stands at a place.

use proc_macro2::{Delimiter, LineColumn, TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Block, File, FnArg, ImplItemFn, Item, ItemFn, Pat, Signature};

/// A source, parsed as far as it can be.
pub struct Source {
    /// Its tokens; empty if it has none that make sense.
    pub tokens: TokenStream,
    /// Its items; none if it is no Rust.
    pub file: Option<File>,
}

/// A function with a body.
#[derive(Clone, Copy)]
pub struct Function<'s> {
    /// Its name and parameters.
    pub signature: &'s Signature,
    /// Its body.
    pub block: &'s Block,
    /// Whether it is an item of the file itself.
    pub is_root: bool,
}

impl Source {
    /// Parses a source.
    pub fn parse(text: &str) -> Self {
        let tokens: TokenStream = text.parse().unwrap_or_default();
        let file = syn::parse2(tokens.clone()).ok();
        Self { tokens, file }
    }

    /// All functions with a body, those inside of others behind them.
    pub fn functions(&self) -> Vec<Function<'_>> {
        let mut found = Functions(Vec::new());
        if let Some(file) = &self.file {
            found.visit_file(file);
            for function in &mut found.0 {
                function.is_root = file
                    .items
                    .iter()
                    .any(|item| matches!(item, Item::Fn(root) if std::ptr::eq(&root.sig, function.signature)));
            }
        }
        found.0
    }

    /// The arguments of the call at this line and column, both from 1.
    pub fn arguments_at(&self, line: u32, column: u32) -> Option<TokenStream> {
        arguments_at(&self.tokens, place(line, column)?)
    }

    /// How often a name is used: where a function of this name is defined doesn't count.
    pub fn mentions(&self, name: &str) -> usize {
        mentions(&self.tokens, name)
    }
}

impl Function<'_> {
    /// Whether it is the program's `main`, which nobody calls.
    pub fn is_main(&self, source: &Source) -> bool {
        self.is_root && self.signature.ident == "main" && source.mentions("main") == 0
    }

    /// Whether this place is in its body.
    pub fn contains(&self, at: LineColumn) -> bool {
        contains(self.block, at)
    }

    /// Whether this line is one of its body.
    pub fn has_line(&self, line: usize) -> bool {
        let span = self.block.span();
        (span.start().line..=span.end().line).contains(&line)
    }

    /// The names of its parameters, in order; `None` for one that is more than a name.
    pub fn parameters(&self) -> Vec<Option<String>> {
        let name = |argument: &FnArg| match argument {
            FnArg::Typed(argument) => match &*argument.pat {
                Pat::Ident(name) if name.mutability.is_none() => Some(name.ident.to_string()),
                _ => None,
            },
            FnArg::Receiver(_) => None,
        };
        self.signature.inputs.iter().map(name).collect()
    }
}

/// A line and a column from 1 as the parser counts.
pub fn place(line: u32, column: u32) -> Option<LineColumn> {
    Some(LineColumn {
        line: line as usize,
        column: (column as usize).checked_sub(1)?,
    })
}

/// Whether this place is in a piece of syntax.
pub fn contains(syntax: &impl Spanned, at: LineColumn) -> bool {
    let span = syntax.span();
    (span.start()..span.end()).contains(&at)
}

/// Whether a piece of syntax uses a name, be it in the text of a `println!`.
pub fn uses(syntax: &impl ToTokens, name: &str) -> bool {
    has(&syntax.to_token_stream(), &|token| match token {
        TokenTree::Ident(word) => word == name,
        TokenTree::Literal(literal) => in_format(&literal.to_string()).contains(&name),
        _ => false,
    })
}

/// Whether one of the tokens fits, at any depth.
pub fn has(tokens: &TokenStream, fits: &dyn Fn(&TokenTree) -> bool) -> bool {
    tokens.clone().into_iter().any(|token| match &token {
        TokenTree::Group(group) => has(&group.stream(), fits),
        other => fits(other),
    })
}

/// The names in a text such as `{name} is {age:.1} years old`.
fn in_format(text: &str) -> Vec<&str> {
    let parts = text.split('{').skip(1);
    parts.filter_map(|part| part.split([':', '}']).next()).collect()
}

struct Functions<'s>(Vec<Function<'s>>);

impl<'s> Functions<'s> {
    fn add(&mut self, signature: &'s Signature, block: &'s Block) {
        let is_root = false;
        self.0.push(Function {
            signature,
            block,
            is_root,
        });
    }
}

impl<'s> Visit<'s> for Functions<'s> {
    fn visit_item_fn(&mut self, function: &'s ItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'s ImplItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }
}

fn arguments_at(tokens: &TokenStream, at: LineColumn) -> Option<TokenStream> {
    let mut rest = tokens.clone().into_iter();
    while let Some(token) = rest.next() {
        if token.span().start() == at && !matches!(token, TokenTree::Group(_)) {
            return rest.find_map(|token| match token {
                TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => Some(group.stream()),
                _ => None,
            });
        }
        if let TokenTree::Group(group) = &token
            && (group.span_open().start()..group.span_close().end()).contains(&at)
        {
            return arguments_at(&group.stream(), at);
        }
    }
    None
}

/// How often a name is used in these tokens, apart from attributes and where a function of this name is defined.
pub fn mentions(tokens: &TokenStream, name: &str) -> usize {
    let mut count = 0;
    let mut last = String::new();
    for token in tokens.clone() {
        match &token {
            // An attribute, such as `#[tokio::main]`.
            TokenTree::Group(group) if last == "#" && group.delimiter() == Delimiter::Bracket => {}
            TokenTree::Group(group) => count += mentions(&group.stream(), name),
            TokenTree::Ident(word) if last != "fn" && word == name => count += 1,
            _ => {}
        }
        last = token.to_string();
    }
    count
}

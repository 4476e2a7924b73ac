//! Code in color, for a page that has no highlighter: comments, keywords, texts and numbers.

use ra_ap_rustc_lexer::{FrontmatterAllowed, LiteralKind, TokenKind, tokenize};
use timeline::html::escape;

/// Rust's keywords.
const KEYWORDS: [&str; 38] = [
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "false", "fn",
    "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "Self",
    "static", "struct", "super", "trait", "true", "type", "unsafe", "use", "where", "while",
];

/// A block of Rust, with the classes that mdBook's highlighter uses.
pub fn rust(source: &str) -> String {
    let mut html = "<pre><code class=\"language-rs language-rust\">".to_owned();
    let mut at = 0;
    for token in tokenize(source, FrontmatterAllowed::Yes) {
        let text = &source[at..at + token.len as usize];
        at += text.len();
        match class(token.kind, text) {
            Some(class) => html += &format!("<span class=\"hljs-{class}\">{}</span>", escape(text)),
            None => html += &escape(text),
        }
    }
    html + "</code></pre>\n"
}

fn class(kind: TokenKind, text: &str) -> Option<&'static str> {
    match kind {
        TokenKind::LineComment { .. } | TokenKind::BlockComment { .. } => Some("comment"),
        TokenKind::Literal {
            kind: LiteralKind::Int { .. } | LiteralKind::Float { .. },
            ..
        } => Some("number"),
        TokenKind::Literal { .. } => Some("string"),
        TokenKind::Ident if KEYWORDS.contains(&text) => Some("keyword"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_marked_and_its_text_stays() {
        assert_eq!(
            rust("// a <b>\nlet x = \"<\" + 1;\n"),
            "<pre><code class=\"language-rs language-rust\"><span class=\"hljs-comment\">// a &lt;b&gt;</span>\n\
             <span class=\"hljs-keyword\">let</span> x = <span class=\"hljs-string\">&quot;&lt;&quot;</span> + \
             <span class=\"hljs-number\">1</span>;\n</code></pre>\n"
        );
    }
}

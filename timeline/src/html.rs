//! Text in HTML.

/// Escapes a text so that HTML reads no markup in it, in an element or in a quoted attribute. Control characters become
/// [`visible`].
pub fn escape(text: &str) -> String {
    visible(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// A text with a picture (Unicode's block *Control Pictures*) in the place of each control character below U+0020 but tab and line
/// feed, and of DEL: `␛` for ESC, `␀` for NUL. Those from U+0080 to U+009F have no pictures and become `�`. HTML cannot contain NUL,
/// browsers show nothing for the others, and terminals obey them.
pub fn visible(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\n' | '\t' => character,
            '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or(character),
            '\u{7f}' => '␡',
            '\u{80}'..='\u{9f}' => char::REPLACEMENT_CHARACTER,
            _ => character,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_become_pictures() {
        assert_eq!(visible("a\tb\n\u{1b}[31m\0\r\u{7f}\u{9b}1mé"), "a\tb\n␛[31m␀␍␡�1mé");
        assert_eq!(escape("\u{1b}<b>"), "␛&lt;b&gt;");
    }
}

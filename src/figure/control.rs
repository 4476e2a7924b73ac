//! Control characters, which a page cannot show.

/// Replaces each control character except tab and line feed by its symbol from Unicode's block *Control Pictures*: `␛` for ESC,
/// `␀` for NUL. HTML cannot express NUL, and browsers show nothing for the others.
pub fn visible(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\n' | '\t' => character,
            '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or(character),
            '\u{7f}' => '␡',
            _ => character,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn control_characters_become_symbols() {
        assert_eq!(super::visible("a\tb\n\u{1b}[31m\0\r\u{7f}é"), "a\tb\n␛[31m␀␍␡é");
    }
}

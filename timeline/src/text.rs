//! Text that has to fit.

/// A text with each run of white space replaced by one space.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of at most `longest` characters; a longer one is cut, and ends in `…`.
pub fn cut(text: String, longest: usize) -> String {
    if text.chars().count() <= longest {
        text
    } else {
        text.chars().take(longest.max(2) - 1).chain(['…']).collect()
    }
}

//! A lane's name: the source text of what was spawned, or of the branch.

/// The longest label, in characters; a longer text is cut.
const LONGEST: usize = 28;

/// The text of the first argument of the call that stands at this line and column, both from 1: `fetch("A", 1.0)`.
///
/// An async block is only called that. `None` when there is no call there.
pub fn of_call(source: &str, line: u32, column: u32) -> Option<String> {
    let start: usize = source
        .split_inclusive('\n')
        .take(line.checked_sub(1)? as usize)
        .map(str::len)
        .sum();
    let skipped: usize = source
        .get(start..)?
        .chars()
        .take(column.checked_sub(1)? as usize)
        .map(char::len_utf8)
        .sum();
    let call = source.get(start + skipped..)?;
    let open = call.find('(')?;
    let mut depth = 0_usize;
    let mut is_text = false;
    let mut length = None;
    for (index, character) in call[open..].char_indices() {
        match character {
            '"' => is_text = !is_text,
            _ if is_text => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => {
                depth -= 1;
                if depth == 0 {
                    length = Some(index);
                    break;
                }
            }
            _ => {}
        }
    }
    Some(of_text(&call[open + 1..open + length?]))
}

/// A text on one line, not too long.
pub fn of_text(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_end_matches(',').replace("( ", "(").replace(" )", ")");
    if line.starts_with("async move {") || line.starts_with("async {") {
        return "async block".to_owned();
    }
    if line.starts_with("|| {") || line.starts_with("move || {") {
        return "closure".to_owned();
    }
    if line.chars().count() <= LONGEST {
        return line;
    }
    line.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// The name that a line binds: that of a `let` with one name, a `static`, a `const` or a field that is set. Lines count from 1.
pub fn of_binding(source: &str, line: u32) -> Option<String> {
    let text = source.lines().nth(line.checked_sub(1)? as usize)?.trim_start();
    let text = ["let mut ", "let ", "static ", "const "]
        .iter()
        .find_map(|keyword| text.strip_prefix(keyword))
        .unwrap_or(text);
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    let length = text.find(|character| !is_part(character)).unwrap_or(text.len());
    let (name, rest) = text.split_at(length);
    let rest = rest.trim_start();
    let is_bound = rest.starts_with('=') || (rest.starts_with(':') && !rest.starts_with("::"));
    (is_bound && name.starts_with(|character: char| !character.is_numeric())).then(|| name.to_owned())
}

/// Where a branch stands: the first line from the macro's on that holds the beginning of its text, spaces apart.
pub fn line_of_branch(source: &str, label: &str, macro_line: u32) -> u32 {
    let squeeze = |text: &str| {
        text.chars()
            .filter(|character| !character.is_whitespace())
            .collect::<String>()
    };
    let key: String = squeeze(label).chars().take(24).collect();
    let lines = source.lines().skip(macro_line.saturating_sub(1) as usize).take(60);
    let offset = lines.map(squeeze).position(|line| line.contains(&key)).unwrap_or(0);
    macro_line + u32::try_from(offset).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_named_by_its_argument() {
        let source = "fn main() {\n    let a = tokio::spawn(fetch(\"A)\", 1.0));\n    set.spawn(async move {\n        x();\n    });\n}\n";
        assert_eq!(of_call(source, 2, 13).as_deref(), Some("fetch(\"A)\", 1.0)"));
        assert_eq!(of_call(source, 3, 9).as_deref(), Some("async block"));
        assert_eq!(of_call(source, 9, 1), None);
    }

    #[test]
    fn long_texts_are_cut() {
        assert_eq!(
            of_text("download(\n    first,\n    second,\n)"),
            "download(first, second,)"
        );
        assert_eq!(of_text(&"x".repeat(40)).chars().count(), LONGEST);
    }

    #[test]
    fn what_is_made_is_named_by_its_variable() {
        let source = "let stock = Arc::new(Mutex::new(3));\nstatic DOOR: Semaphore = Semaphore::const_new(1);\n    seats: Mutex::new(2),\nMutex::new(1)\nlet (a, b) = (Mutex::new(1), Mutex::new(2));\ntokio::sync::Mutex::new(1)";
        let name = |line| of_binding(source, line);
        assert_eq!(name(1).as_deref(), Some("stock"));
        assert_eq!(name(2).as_deref(), Some("DOOR"));
        assert_eq!(name(3).as_deref(), Some("seats"));
        for line in [0, 4, 5, 6, 7] {
            assert_eq!(name(line), None, "line {line}");
        }
    }

    #[test]
    fn branches_are_found_below_their_macro() {
        let source = "a\njoin!(\n    fetch(\"A\"),\n    fetch(\"B\"),\n);\n";
        assert_eq!(line_of_branch(source, "fetch(\"B\")", 2), 4);
        assert_eq!(line_of_branch(source, "gone()", 2), 2);
    }
}

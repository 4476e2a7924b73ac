//! Files that editors leave beside those that they edit.

/// Whether a file or folder of this name is an editor's or the system's own: a hidden one, such as `.#join.md` or `.join.md.swp`, or
/// a copy, such as `join.md~` or `join.md.orig`. It is never a chapter or a listing.
pub fn is_editors_file(name: &str) -> bool {
    let ends = ["~", ".bak", ".orig", ".rej", ".swp", ".tmp"];
    name.starts_with('.')
        || ends.iter().any(|end| name.ends_with(end))
        || (name.starts_with('#') && name.ends_with('#'))
}

//! A program's folder, seen through links, in which only the roots of its crates are copies: they get a line more.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use ra_ap_rustc_lexer::{FrontmatterAllowed, LiteralKind, TokenKind, tokenize};

use crate::problem::{Result, problem, write};

/// The line after a root's last: without it `println!` would be the original, which the stage does not see. At the end it moves no line.
const LINE: &str = "\n#[macro_use]\n#[allow(unused_imports)]\nextern crate std as __stage_std;\n";

/// Folders that hold no source.
const LEFT_OUT: [&str; 2] = ["target", ".git"];

/// Makes `to` show what is in `from`. `roots` are the paths in it of those files that are copies, and their texts.
///
/// # Errors
/// Fails if a file cannot be read or written.
pub fn mirror(from: &Path, to: &Path, roots: &[(PathBuf, String)]) -> Result<()> {
    let roots: Vec<(&Path, &str)> = roots
        .iter()
        .map(|(path, text)| (path.as_path(), text.as_str()))
        .collect();
    mirror_folder(from, to, &roots)
}

fn mirror_folder<'r>(from: &Path, to: &Path, roots: &[(&'r Path, &'r str)]) -> Result<()> {
    let failed = |error: io::Error| problem!("cannot show {} in {}: {error}", from.display(), to.display());
    fs::create_dir_all(to).map_err(failed)?;
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(from).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        if !LEFT_OUT.iter().any(|left_out| name == *left_out) {
            names.insert(name);
        }
    }
    remove_others(to, &names, roots).map_err(failed)?;
    for name in names {
        let (source, target) = (from.join(&name), to.join(&name));
        let below = |(root, text): &(&'r Path, &'r str)| Some((root.strip_prefix(&name).ok()?, *text));
        let below: Vec<(&Path, &str)> = roots.iter().filter_map(below).collect();
        match below.as_slice() {
            [] => link(&source, &target).map_err(failed)?,
            [(root, text)] if root.as_os_str().is_empty() => copy_root(text, to, &name)?,
            below => mirror_folder(&source, &target, below)?,
        }
    }
    Ok(())
}

/// Removes from a mirror what is not, or no longer, to be seen there.
fn remove_others(to: &Path, names: &BTreeSet<OsString>, roots: &[(&Path, &str)]) -> io::Result<()> {
    for entry in fs::read_dir(to)? {
        let entry = entry?;
        let name = entry.file_name();
        let is_link = entry.file_type()?.is_symlink();
        let should_be_link = !roots.iter().any(|(root, _)| root.starts_with(&name));
        if names.contains(&name) && is_link == should_be_link {
            continue;
        }
        match entry.file_type()?.is_dir() {
            true => fs::remove_dir_all(entry.path())?,
            false => fs::remove_file(entry.path()).or_else(|_| fs::remove_dir(entry.path()))?,
        }
    }
    Ok(())
}

/// Writes the copy of a root, unless it is up to date.
fn copy_root(text: &str, to: &Path, name: &OsString) -> Result<()> {
    // What does not end, such as a block, would go on in the line. rustc then reports an error in the text as it is.
    let line = if ends(text) { LINE } else { "" };
    let text = text.to_owned() + line;
    let is_current = fs::read_to_string(to.join(name)).is_ok_and(|copy| copy == text);
    if is_current {
        Ok(())
    } else {
        write(to, &name.to_string_lossy(), &text)
    }
}

/// Whether all blocks, comments and literals of a source end within it.
fn ends(source: &str) -> bool {
    let mut depth = 0_i64;
    for token in tokenize(source, FrontmatterAllowed::Yes) {
        match token.kind {
            TokenKind::OpenBrace | TokenKind::OpenParen | TokenKind::OpenBracket => depth += 1,
            TokenKind::CloseBrace | TokenKind::CloseParen | TokenKind::CloseBracket => depth -= 1,
            TokenKind::BlockComment { terminated: false, .. } => return false,
            TokenKind::Literal { kind, .. } if !is_terminated(kind) => return false,
            _ => {}
        }
    }
    depth == 0
}

fn is_terminated(literal: LiteralKind) -> bool {
    match literal {
        LiteralKind::Char { terminated }
        | LiteralKind::Byte { terminated }
        | LiteralKind::Str { terminated }
        | LiteralKind::ByteStr { terminated }
        | LiteralKind::CStr { terminated } => terminated,
        LiteralKind::RawStr { n_hashes } | LiteralKind::RawByteStr { n_hashes } | LiteralKind::RawCStr { n_hashes } => {
            n_hashes.is_some()
        }
        LiteralKind::Int { .. } | LiteralKind::Float { .. } => true,
    }
}

/// Makes `to` a link to `from`, unless it is one.
#[cfg(unix)]
fn link(from: &Path, to: &Path) -> io::Result<()> {
    if fs::read_link(to).is_ok_and(|target| target == from) {
        return Ok(());
    }
    let _ = fs::remove_file(to);
    std::os::unix::fs::symlink(from, to)
}

/// Copies files and folders of modules: elsewhere than on Unix, links need rights that most users do not have, and what else is in a
/// folder may be large.
#[cfg(not(unix))]
fn link(from: &Path, to: &Path) -> io::Result<()> {
    if !from.is_dir() {
        return fs::copy(from, to).map(drop);
    }
    let _ = fs::remove_dir_all(to);
    if !from.with_extension("rs").is_file() && !from.join("mod.rs").is_file() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        link(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

//! Whether a program touches what is outside of it: then it must not be run twice for one report.

/// Names without which nobody reaches files, sockets, processes, signals, input, the environment or other languages.
const OUTSIDE: [&str; 10] = [
    "env", "extern", "ffi", "fs", "net", "os", "process", "signal", "stdin", "unsafe",
];

/// Whether a source may reach out of its program. A name that only looks like one of these counts, too: then nothing is lost but time.
pub(crate) fn reaches_outside(source: &str) -> bool {
    source
        .split(|character: char| !character.is_alphanumeric() && character != '_')
        .any(|word| OUTSIDE.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::reaches_outside;

    #[test]
    fn every_way_out_is_found() {
        for (source, expected) in [
            ("use std::fs;", true),
            ("use std::{fs as files, time::Duration};", true),
            ("use std::*;\nfs::write(path, bytes);", true),
            ("let bytes = tokio::fs::read(path).await;", true),
            ("use tokio::{net::TcpStream, time};", true),
            ("use tokio::io::{AsyncReadExt, stdin};", true),
            ("std::env::set_var(name, value)", true),
            ("unsafe { write(1, text, 3) }", true),
            ("fn process(order: Order) {}", true),
            ("fn main() { offs::run(); internet::ask(); processed += 1; }", false),
            ("use std::time::Duration;\nuse tokio::time::{Instant, sleep};", false),
        ] {
            assert_eq!(reaches_outside(source), expected, "{source}");
        }
    }
}

//! What rustc reports.

use std::collections::BTreeSet;

use serde_json::Value;

/// What rustc reported.
#[derive(Debug, Default)]
pub struct Report {
    /// All messages, with styles.
    pub text: String,
    /// The codes of the messages.
    pub codes: BTreeSet<String>,
    /// What the program names as a crate, and is none.
    pub unknown: BTreeSet<String>,
    /// Whether the program uses what fetches pages in the published `trpl`.
    pub fetches: bool,
}

impl Report {
    /// Reads the messages, one JSON object on each line. What is something else is kept as it is.
    pub fn read(messages: &[u8]) -> Report {
        let mut report = Report::default();
        for line in String::from_utf8_lossy(messages).lines() {
            let Ok(message) = serde_json::from_str::<Value>(line) else {
                report.text += &format!("{line}\n");
                continue;
            };
            report.text += message["rendered"].as_str().unwrap_or_default();
            report.codes.extend(message["code"]["code"].as_str().map(str::to_owned));
            let text = message.to_string();
            let fetching = [
                "`get` in crate `trpl`",
                "`Html` in crate `trpl`",
                "`trpl::get`",
                "`trpl::Html`",
                "`trpl::Response`",
            ];
            report.fetches |= fetching.iter().any(|name| text.contains(name));
            for before in ["unlinked crate `", "can't find crate for `"] {
                let names = text.split(before).skip(1).filter_map(|rest| rest.split('`').next());
                report.unknown.extend(names.map(str::to_owned));
            }
        }
        report
    }
}

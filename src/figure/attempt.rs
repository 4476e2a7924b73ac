//! The page about a run of a reader's program: one file with code, output, timeline and player, which needs no network.

use timeline::Trace;
use timeline::html::escape;

use super::highlight;
use super::listing::{block, stream};

/// The variables of mdBook's themes that the styles of figures use, and what mdBook itself would say of code and text.
const THEME: &str = "
:root { color-scheme: light dark; --fg: #1b1f24; --bg: #fff; --links: #1a5490; --quote-border: var(--edge); --menu-bar-height: 0px;
  --mono-font: ui-monospace, Menlo, Consolas, monospace; --code-font-size: 0.875em;
  --comment: #4a4a4a; --keyword: #7a00b8; --string: #005c00; --number: #8f1800; }
@media (prefers-color-scheme: dark) { :root { --fg: #dfe3e8; --bg: #16191d; --links: #6ab0de; --code-ground: #1d1f21;
  --comment: #a9aba9; --keyword: #c5abce; --string: #b5bd68; --number: #e6a06c; } }
.hljs-comment { color: var(--comment); } .hljs-keyword { color: var(--keyword); }
.hljs-string { color: var(--string); } .hljs-number { color: var(--number); }
* { box-sizing: border-box; }
body { margin: 0; color: var(--fg); background: var(--bg); font: 1rem/1.6 system-ui, sans-serif; }
main { max-width: 92rem; margin: 0 auto; padding: 0 0.9rem 2rem; overflow-wrap: anywhere; }
code { font-family: var(--mono-font); font-size: var(--code-font-size); }
pre { margin: 0; line-height: 1.5; }
pre > code { display: block; padding: 1rem; overflow-x: auto; }
.content .example { width: auto !important; margin-inline: 0 !important; }
.errors pre > code { padding-block: 0.7rem; border-inline-start: 4px double currentColor; font-size: 0.85em; line-height: 1.45; }
.account { margin-block: 1.5em; border: 1px solid var(--edge); border-radius: 6px; }
";

/// The styles of figures.
const STYLES: [&str; 5] = [
    include_str!("../../theme/text.css"),
    include_str!("../../theme/figure.css"),
    include_str!("../../theme/lessons.css"),
    include_str!("../../theme/steady.css"),
    include_str!("../../timeline/player/player.css"),
];

/// The scripts of figures, in the order in which pages load them.
const SCRIPTS: [&str; 5] = [
    include_str!("../../theme/lessons.js"),
    include_str!("../../timeline/player/moments.js"),
    include_str!("../../timeline/player/blocks.js"),
    include_str!("../../timeline/player/controls.js"),
    include_str!("../../timeline/player/player.js"),
];

/// A run of a reader's program.
pub struct Run<'a> {
    /// What its tasks did.
    pub trace: &'a Trace,
    /// The program's text, whose lines the trace numbers.
    pub source: &'a str,
    /// Which lines belong to which file, if there are several.
    pub files: &'a str,
    /// What it printed to standard output and standard error.
    pub output: &'a [String; 2],
    /// Where its time went.
    pub account: &'a str,
}

/// The page about a run: the same figure as that of a listing, and where the time went.
pub fn page(run: &Run<'_>) -> String {
    let name = escape(&run.trace.name);
    let [stdout, stderr] = run.output;
    let code = highlight::rust(run.source);
    let streams = stream("stdout", stdout) + &stream("errors", stderr.trim_start_matches('\n'));
    let drawing = timeline::figure(run.trace)
        .unwrap_or_else(|reason| format!("<p class=\"timeline\">{}</p>\n", escape(&reason.to_string())));
    let files = match run.files {
        "" => String::new(),
        files => format!(" <span class=\"kind\">{}</span>", escape(files)),
    };
    let account = match run.account {
        "" => String::new(),
        account => format!(
            "<h2>Where the time went</h2>\n<div class=\"account\">\n{}</div>\n",
            block("language-text", account)
        ),
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{name}</title>\n\
         <style>{}{THEME}</style>\n</head>\n<body>\n<div class=\"content\">\n<main>\n<h1>{name}</h1>\n\
         <figure class=\"example\" aria-label=\"{name}\">\n\
         <figcaption class=\"listing\"><span class=\"source\"><b>{name}</b></span>{files}</figcaption>\n\
         <div class=\"code\">\n{code}</div>\n<div class=\"result\">\n\
         <div class=\"command\"><code>cargo run try {name}</code></div>\n{streams}{drawing}</div>\n</figure>\n\
         {account}</main>\n</div>\n<script>{}</script>\n</body>\n</html>\n",
        STYLES.concat(),
        SCRIPTS.concat(),
    )
}

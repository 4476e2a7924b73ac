//! The page about a run of a reader's program: one file with code, output, timeline and player, which needs no network.

use timeline::Trace;
use timeline::html::escape;

use super::listing::{block, stream};

/// What the page looks like. The other styles are those of the book.
const COLORS: &str = "
:root { color-scheme: light dark; --fg: #1b1f24; --bg: #fff; --links: #1f6feb; --mono-font: ui-monospace, monospace; --code-font-size: 0.875rem; }
@media (prefers-color-scheme: dark) { :root { --fg: #dfe3e8; --bg: #16191d; --links: #6cb6ff; --code-ground: #1d1f21; } }
body { margin: 0; color: var(--fg); background: var(--bg); font: 1rem/1.6 system-ui, sans-serif; }
main { max-width: 110rem; margin: 0 auto; padding: 0 1rem 2rem; }
pre { position: relative; overflow-x: auto; }
pre code, .content pre > .lines { font: 0.875rem/1.5 var(--mono-font); }
pre code { display: block; padding: 1rem; background: var(--code-ground); }
pre > .lines + code { padding-inline-start: 3.4rem; }
button, select { color: inherit; font: inherit; background: var(--bg); border: 1px solid var(--edge); border-radius: 4px; }
";

/// The styles of figures.
const STYLES: [&str; 4] = [
    include_str!("../../theme/text.css"),
    include_str!("../../theme/figure.css"),
    include_str!("../../theme/lessons.css"),
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

/// The page about a run. `source` is the program's text, whose lines the trace numbers, and `files` says which lines belong to which
/// file; `account` says where the time went.
pub fn page(trace: &Trace, source: &str, files: &str, account: &str) -> String {
    let name = escape(&trace.name);
    let output: String = trace.prints.iter().map(|print| print.text.as_str()).collect();
    let code = block("language-rs language-rust", source);
    let drawing = timeline::figure(trace).unwrap_or_else(|reason| format!("<p>{}</p>\n", escape(&reason.to_string())));
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{name}</title>\n\
         <style>{COLORS}{}</style>\n</head>\n<body>\n<div class=\"content\">\n<main>\n<h1>{name}</h1>\n\
         <figure class=\"example\" aria-label=\"{name}\">\n<figcaption class=\"listing\">{}</figcaption>\n{code}{}{drawing}</figure>\n\
         <h2>Where the time went</h2>\n{}</main>\n</div>\n<script>{}</script>\n</body>\n</html>\n",
        STYLES.concat(),
        escape(files),
        stream("stdout", &output),
        block("language-text", account),
        SCRIPTS.concat(),
    )
}

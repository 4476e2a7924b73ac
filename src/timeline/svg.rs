//! The drawing as inline SVG. Colors and patterns are classes: the page's theme fills them in.

use std::fmt::Write;

use stage::event::Outcome;

use super::layout::{BAR, Key, LABEL, Layout, Rail, Row, SIGN, SMALL, Sign, WIDTH, middle, width};
use super::words::outcome;
use crate::html::escape;
use crate::trace::{State, Trace};

/// The whole drawing.
pub fn draw(trace: &Trace, layout: &Layout) -> String {
    let mut svg = String::new();
    let id = trace.listing.replace('/', "-");
    let height = layout.height;
    let (left, right) = layout.plot;
    let mut put = |text: std::fmt::Arguments<'_>| svg.write_fmt(text).expect("a string takes everything");
    put(format_args!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Drawing, scrolls sideways\">\
         <svg viewBox=\"0 0 {WIDTH} {height:.0}\" width=\"{WIDTH}\" height=\"{height:.0}\" \
         data-left=\"{left:.1}\" data-right=\"{right:.1}\" role=\"img\" aria-label=\"{}\">{}",
        escape(&summary(trace)),
        patterns(&id, layout)
    ));
    for (x, text) in &layout.ticks {
        let bottom = layout.legend - 8.0;
        put(format_args!("<path class=\"grid\" d=\"M{x:.1} 22V{bottom:.0}\"/>"));
        // The last one would reach over the edge.
        let is_last = x + width(text, SMALL) / 2.0 > WIDTH;
        let (x, anchor) = if is_last { (WIDTH, "end") } else { (*x, "middle") };
        put(format_args!(
            "<text class=\"tick\" x=\"{x:.1}\" y=\"14\" text-anchor=\"{anchor}\" font-size=\"{SMALL}\">{text}</text>"
        ));
    }
    for row in &layout.rows {
        put(format_args!("{}", lane(row, &id)));
    }
    for rail in &layout.rails {
        put(format_args!("{}", held(rail)));
    }
    for (x, from, to) in &layout.arrows {
        let tip = if to > from { to - BAR / 2.0 } else { to + BAR / 2.0 };
        let back = if to > from { -5.0 } else { 5.0 };
        put(format_args!(
            "<path class=\"wake\" d=\"M{x:.1} {from:.1}V{tip:.1}\"/><path class=\"tip\" d=\"M{x:.1} {tip:.1}l-3.5 {back}h7z\"/>"
        ));
    }
    put(format_args!("{}</svg></div>", key(layout, &id)));
    svg
}

/// A sentence that says what the drawing shows.
fn summary(trace: &Trace) -> String {
    let lanes: Vec<String> = trace
        .lanes
        .iter()
        .map(|lane| {
            format!(
                "{} from {:.1} to {:.1} s",
                lane.label,
                lane.from as f64 / 1e6,
                lane.to as f64 / 1e6
            )
        })
        .collect();
    format!("Timeline of {}: {}.", trace.listing, lanes.join("; "))
}

/// A lane: its label, its life, its segments, its end, what it prints.
fn lane(row: &Row, id: &str) -> String {
    let mut svg = String::new();
    let mut put = |text: std::fmt::Arguments<'_>| svg.write_fmt(text).expect("a string takes everything");
    let (top, center, base) = (row.top, middle(row), middle(row) + LABEL * 0.35);
    let (left, right) = row.life;
    put(format_args!(
        "<text class=\"lane\" x=\"{:.1}\" y=\"{base:.1}\" font-size=\"{LABEL}\">{}</text>",
        row.indent,
        escape(&row.label)
    ));
    put(format_args!(
        "<path class=\"life\" d=\"M{left:.1} {center:.1}H{right:.1}\"/>"
    ));
    for bar in &row.bars {
        let state = name(bar.state);
        // A gap, so that two waits of one kind are seen as two.
        let wide = (bar.right - bar.left - 1.5).max(1.0);
        // Waiting for branches is thin: what they wait for stands below.
        let (y, tall) = if bar.state == State::Branches {
            (center - 2.0, 4.0)
        } else {
            (top, BAR)
        };
        put(format_args!(
            "<g class=\"bar {state}\" data-line=\"{}\"><title>{}</title><rect x=\"{:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{tall}\"/>",
            bar.line,
            escape(&bar.title),
            bar.left
        ));
        if has_pattern(bar.state) {
            put(format_args!(
                "<rect x=\"{:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{tall}\" style=\"fill:url(#{id}-{state})\"/>",
                bar.left
            ));
        }
        if bar.has_text {
            let middle = (bar.left + bar.right) / 2.0;
            put(format_args!(
                "<text x=\"{middle:.1}\" y=\"{:.1}\" text-anchor=\"middle\" font-size=\"{SMALL}\">line {}</text>",
                center + SMALL * 0.35,
                bar.line
            ));
        }
        put(format_args!("</g>"));
    }
    if let Some(x) = row.detached {
        put(format_args!(
            "<circle class=\"detached\" cx=\"{x:.1}\" cy=\"{center:.1}\" r=\"5\"><title>{} is detached: its handle is dropped</title></circle>",
            escape(&row.label)
        ));
    }
    put(format_args!("{}", end(row)));
    for text in &row.texts {
        put(format_args!(
            "<path class=\"stem\" d=\"M{x:.1} {center:.1}V{:.1}\"/><circle class=\"dot\" cx=\"{x:.1}\" cy=\"{center:.1}\" r=\"2.5\"/>",
            text.base,
            x = text.x
        ));
    }
    // Above all the lines that lead to them, which may pass behind.
    for text in &row.texts {
        put(format_args!(
            "<text class=\"print\" x=\"{:.1}\" y=\"{:.1}\" font-size=\"{SMALL}\">{}</text>",
            text.left,
            text.base,
            escape(&text.text)
        ));
    }
    svg
}

/// A row of a lock or a semaphore: what it is, and who holds it.
fn held(rail: &Rail) -> String {
    let mut svg = String::new();
    let mut put = |text: std::fmt::Arguments<'_>| svg.write_fmt(text).expect("a string takes everything");
    let center = rail.top + BAR / 2.0;
    if !rail.label.is_empty() {
        put(format_args!(
            "<text class=\"lane\" x=\"0\" y=\"{:.1}\" font-size=\"{LABEL}\">{}</text>",
            center + LABEL * 0.35,
            escape(&rail.label)
        ));
    }
    for bar in &rail.bars {
        let shared = if bar.is_shared { " shared" } else { "" };
        put(format_args!(
            "<g class=\"bar held{shared}\" data-line=\"{}\" data-hold=\"{}\"><title>{}</title>\
             <rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{BAR}\"/>",
            bar.line,
            bar.hold,
            escape(&bar.title),
            bar.left,
            rail.top,
            (bar.right - bar.left - 1.5).max(1.0)
        ));
        if !bar.text.is_empty() {
            put(format_args!(
                "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\" font-size=\"{SMALL}\">{}</text>",
                (bar.left + bar.right) / 2.0,
                center + SMALL * 0.35,
                escape(&bar.text)
            ));
        }
        put(format_args!("</g>"));
    }
    svg
}

/// The mark at a lane's end: a bar for done, a cross for dropped, a star for a panic, an arrow for going on for ever.
fn end(row: &Row) -> String {
    let (x, y) = (row.life.1, middle(row));
    let shape = match row.outcome {
        Some(Outcome::Done) => format!("M{x:.1} {:.1}v20", y - 10.0),
        Some(Outcome::Cancelled) => format!("M{:.1} {:.1}l12 12m0-12l-12 12", x - 6.0, y - 6.0),
        Some(Outcome::Released) => format!("M{x:.1} {:.1}v4m0 4v4m0 4v4", y - 10.0),
        Some(Outcome::Panicked) => format!("M{:.1} {y:.1}h16m-8-8v16m-6-14l12 12m0-12l-12 12", x - 8.0),
        None => format!("M{x:.1} {:.1}l6 6l-6 6m6-12l6 6l-6 6", y - 6.0),
    };
    format!(
        "<path class=\"end\" d=\"{shape}\"><title>{} {}</title></path>",
        escape(&row.label),
        outcome(row.outcome)
    )
}

/// What occurs, and what it is called.
fn key(layout: &Layout, id: &str) -> String {
    let entry = |key: &Key| {
        let (x, y) = (key.left, key.top);
        let rect = |top: f64, tall: f64| format!("<rect x=\"{x:.1}\" y=\"{top:.1}\" width=\"22\" height=\"{tall}\"");
        let (class, sign) = match key.sign {
            Sign::State(state) => {
                let rect = match state {
                    State::Branches => rect(y + 4.0, 4.0),
                    _ => rect(y, 12.0),
                };
                let name = name(state);
                let pattern = match has_pattern(state) {
                    true => format!("{rect} style=\"fill:url(#{id}-{name})\"/>"),
                    false => String::new(),
                };
                (format!("bar {name}"), format!("{rect}/>{pattern}"))
            }
            Sign::Held => ("bar held".to_owned(), rect(y, 12.0) + "/>"),
            Sign::Detached => (
                "mark".to_owned(),
                format!(
                    "<circle class=\"detached\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"5\"/>",
                    x + 11.0,
                    y + 6.0
                ),
            ),
        };
        format!(
            "<g class=\"{class}\">{sign}<text class=\"key\" x=\"{:.1}\" y=\"{:.1}\" font-size=\"{SMALL}\">{}</text></g>",
            x + SIGN,
            y + 10.0,
            key.words
        )
    };
    layout.keys.iter().map(entry).collect()
}

/// A state's class.
fn name(state: State) -> &'static str {
    match state {
        State::Blocking => "blocking",
        State::Lock => "lock",
        State::Event => "event",
        State::Task => "task",
        State::Timer => "timer",
        State::Branches => "branches",
        State::Unknown => "unknown",
        State::Ready => "ready",
    }
}

/// Whether a state has a pattern: those that a reader must tell apart without colors.
fn has_pattern(state: State) -> bool {
    matches!(state, State::Lock | State::Event | State::Task | State::Unknown)
}

/// The patterns that this drawing uses. Their names hold the listing's: a page has several drawings.
fn patterns(id: &str, layout: &Layout) -> String {
    let mut svg = String::new();
    let states = layout.keys.iter().filter_map(|key| match key.sign {
        Sign::State(state) if has_pattern(state) => Some(state),
        _ => None,
    });
    for state in states {
        let shape = match state {
            State::Lock => "M-1 7L7-1M-1 1L1-1M5 7L7 5",
            State::Event => "M1 3h2M4 0h2M4 6h2",
            State::Task => "M0 3h6",
            _ => "M0 0l6 6M0 6l6-6",
        };
        let name = name(state);
        write!(
            svg,
            "<pattern id=\"{id}-{name}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path class=\"pattern\" d=\"{shape}\"/></pattern>"
        )
        .expect("a string takes everything");
    }
    if svg.is_empty() {
        svg
    } else {
        format!("<defs>{svg}</defs>")
    }
}

//! The labels of lanes name the values that the functions really get.
//!
//! Copies of all listings print what each function, async block or closure is given, as soon as it runs. The record says in which lane
//! it was printed.

mod common;

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use async_lessons::catalogue::{Catalogue, Listing, parts::program_name};
use async_lessons::run::{self, capture};
use proc_macro2::LineColumn;
use quote::ToTokens;
use stage::event::Event;
use stage::{TRACE, VIRTUAL};
use syn::visit::{self, Visit};
use syn::{Block, ExprAsync, ExprClosure, ExprForLoop, FnArg, ImplItemFn, ItemFn, Pat, PatIdent, Signature};
use timeline::Trace;
use timeline::trace::{Lane, LaneKind};

use common::{copied, here, programs};

/// What begins a line that a copy prints about itself, and what stands between its parts.
const MARK: char = '\u{1}';

/// The longest run of a copy, in real time.
const LIMIT: Duration = Duration::from_secs(60);

/// What prints any value, and `?` for one that cannot be printed.
const PRINTER: &str = "
#[allow(dead_code)]
mod __printer {
    pub struct Value<'a, T: ?Sized>(pub &'a T);
    pub trait Known { fn text(&self) -> String; }
    pub trait Other { fn text(&self) -> String; }
    impl<T: ::core::fmt::Debug + ?Sized> Known for Value<'_, T> {
        fn text(&self) -> String { format!(\"{:?}\", self.0) }
    }
    impl<T: ?Sized> Other for &Value<'_, T> {
        fn text(&self) -> String { String::from(\"?\") }
    }
}
";

#[test]
fn labels_name_what_functions_are_given() {
    programs();
    let catalogue = Catalogue::here().expect("the catalogue can be read");
    let copy = copied(&["listings"]);
    let virtual_ones = || catalogue.listings().filter(|listing| listing.suffix.is_virtual());
    for listing in virtual_ones() {
        let file = copy.path().join(listing.file());
        let source = fs::read_to_string(&file).expect("the listing is readable");
        fs::write(&file, printing(&source)).expect("the copy can be written");
    }
    let copies = build(copy.path());
    let mut problems = Vec::new();
    let (mut proved, mut by_name) = (0, 0);
    for listing in virtual_ones() {
        let (trace, _) = run::record::record(&catalogue, listing, None).expect("the listing runs");
        let source = fs::read_to_string(here(&listing.file())).expect("the listing is readable");
        let printed = record(listing, &copies, copy.path());
        assert_eq!(
            printed.lanes.len(),
            trace.lanes.len(),
            "{listing}: the copy has other lanes"
        );
        for (number, lane) in trace.lanes.iter().enumerate() {
            match check(&source, lane, number, &printed) {
                Proof::NoValue => {}
                Proof::ByName => by_name += 1,
                Proof::Right => proved += 1,
                Proof::Wrong(given) => problems.push(format!(
                    "{}:{}: the label `{}`, but it is given {given:?}",
                    listing.file(),
                    lane.line,
                    lane.label
                )),
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    println!("{proved} labels hold the right value, {by_name} the name of a variable");
    assert!(proved > 400, "only {proved} labels hold a value");
}

/// Whether a label is right.
enum Proof {
    /// It holds no value.
    NoValue,
    /// It holds the name that stands in the source, or what a library's function is given there.
    ByName,
    /// It holds what was given.
    Right,
    /// It does not. These were given.
    Wrong(Vec<String>),
}

fn check(source: &str, lane: &Lane, number: usize, printed: &Trace) -> Proof {
    let (name, value) = parts(&lane.label);
    if lane.kind == LaneKind::Main || value.is_empty() {
        return Proof::NoValue;
    }
    let line = source.lines().nth(lane.line as usize - 1).unwrap_or_default();
    // A lane that was never polled prints nothing, but what it is given may stand in its call.
    let call = line.split_once(&format!("{name}(")).map_or("", |(_, call)| call);
    let mut arguments = call
        .split([',', ')'])
        .map(|argument| argument.trim_start_matches([' ', '&']));
    if line.contains(&format!("({value})"))
        || arguments.any(|argument| argument == value)
        || (line.contains(&format!("{name}(")) && !source.contains(&format!("fn {name}(")))
    {
        return Proof::ByName;
    }
    let lines = printed.prints.iter().filter(|print| print.lane == Some(number));
    let marked: Vec<Vec<&str>> = lines
        .filter_map(|print| {
            Some(
                print
                    .text
                    .strip_prefix(MARK)?
                    .trim_end_matches('\n')
                    .split(MARK)
                    .collect(),
            )
        })
        .filter(|parts: &Vec<&str>| fits(name, parts[0]))
        .collect();
    // It may call itself later.
    let first = marked.first().map(|parts| parts[1]);
    let of_first = marked.iter().filter(|parts| Some(parts[1]) == first);
    let mut seen = HashSet::new();
    let given: Vec<String> = of_first
        .take_while(|parts| seen.insert(parts[2]))
        .map(|parts| unquoted(parts[3]))
        .collect();
    let pairs = given.iter().enumerate().flat_map(|(index, one)| {
        let others = given[index + 1..].iter();
        others.map(move |other| format!("{one} {other}"))
    });
    let is_right = given.iter().cloned().chain(pairs).any(|given| fits(value, &given));
    if is_right { Proof::Right } else { Proof::Wrong(given) }
}

/// The function's name and the value in a label, without its number: `fetch` and `A`.
fn parts(label: &str) -> (&str, &str) {
    let label = match label.rsplit_once(" #") {
        Some((label, number)) if number.parse::<u32>().is_ok() => label,
        _ => label,
    };
    let other = ["async block", "closure"];
    let name = other.into_iter().find(|name| label.starts_with(name));
    let (name, value) = match name {
        Some(name) => label.split_at(name.len()),
        None => label.split_once(' ').unwrap_or((label, "")),
    };
    (name.rsplit(['.', ':']).next().unwrap_or(name), value.trim_start())
}

/// Whether a text, which may be cut, stands for this one.
fn fits(cut: &str, whole: &str) -> bool {
    match cut.strip_suffix('…') {
        Some(begin) => whole.starts_with(begin),
        None => cut == whole,
    }
}

/// What `{:?}` prints without quotes, if something is between them.
fn unquoted(debug: &str) -> String {
    match debug.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        Some(text) if !text.is_empty() => text.to_owned(),
        _ => debug.to_owned(),
    }
}

/// Builds the programs of the parts with the listings of this project; returns their paths by name.
fn build(project: &Path) -> BTreeMap<String, PathBuf> {
    let mut command = run::cargo(&here(""));
    command
        .args([
            "build",
            "--quiet",
            "--locked",
            "--package",
            "async-lessons-parts",
            "--bins",
        ])
        .args(["--target-dir", "target/labels"])
        .env("LESSONS_LISTINGS", project.join("listings"));
    let built = run::executables(&mut command).expect("the copies compile");
    built.into_iter().collect()
}

/// Runs the copy of a listing; returns its trace.
fn record(listing: &Listing, copies: &BTreeMap<String, PathBuf>, project: &Path) -> Trace {
    let events = project.join("events.json");
    let mut command = Command::new(&copies[&program_name(&listing.part)]);
    command.arg(listing.name()).args([VIRTUAL, TRACE]).arg(&events);
    capture(&mut command, LIMIT).expect("the copy runs");
    let read = fs::read(&events).expect("the copy records events");
    fs::remove_file(&events).expect("the events can be deleted");
    let read: Vec<Event> = serde_json::from_slice(&read).expect("events are JSON");
    let source = fs::read_to_string(project.join(listing.file())).expect("the copy is readable");
    Trace::from_events(&listing.name(), &source, &read)
}

/// A source whose functions, async blocks and closures print what they are given. Its lines stay the same.
fn printing(source: &str) -> String {
    let file = syn::parse_file(source).expect("a listing is Rust");
    let mut found = Bodies::default();
    found.visit_file(&file);
    let mut lines: Vec<String> = source.lines().map(str::to_owned).collect();
    // From the last to the first: what is written into a line moves what stands behind it.
    for (at, text) in found.inserts.into_iter().rev() {
        let line = &mut lines[at.line - 1];
        let index = line
            .char_indices()
            .nth(at.column)
            .map_or(line.len(), |(index, _)| index);
        line.insert_str(index, &text);
    }
    lines.join("\n") + PRINTER
}

/// The bodies in a source, and what to write into each.
#[derive(Default)]
struct Bodies {
    inserts: BTreeMap<LineColumn, String>,
    /// The variables of the functions, closures and loops around.
    around: Vec<String>,
}

impl Bodies {
    fn add(&mut self, name: &str, block: &Block, variables: &[String]) {
        let at = block.brace_token.span.open().end();
        let print = |(index, variable): (usize, &String)| {
            format!(
                " #[allow(unused_imports)] {{ use self::__printer::{{Known as _, Other as _}}; \
                 println!(\"{{}}\", format!(\"{MARK}{name}{MARK}{}{MARK}{index}{MARK}{{}}\", \
                 (&self::__printer::Value(&{variable})).text().replace('\\n', \" \"))); }}",
                at.line
            )
        };
        let text = variables.iter().enumerate().map(print).collect();
        self.inserts.insert(at, text);
    }

    fn function(&mut self, signature: &Signature, block: &Block) -> usize {
        let outside = self.around.len();
        for argument in &signature.inputs {
            if let FnArg::Typed(argument) = argument {
                self.around.extend(names(&argument.pat));
            }
        }
        let own = self.around[outside..].to_vec();
        self.add(&signature.ident.to_string(), block, &own);
        outside
    }
}

impl<'s> Visit<'s> for Bodies {
    fn visit_item_fn(&mut self, function: &'s ItemFn) {
        let outside = std::mem::take(&mut self.around);
        self.function(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
        self.around = outside;
    }

    fn visit_impl_item_fn(&mut self, function: &'s ImplItemFn) {
        let outside = std::mem::take(&mut self.around);
        self.function(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
        self.around = outside;
    }

    fn visit_expr_for_loop(&mut self, each: &'s ExprForLoop) {
        let outside = self.around.len();
        self.around.extend(names(&each.pat));
        visit::visit_expr_for_loop(self, each);
        self.around.truncate(outside);
    }

    fn visit_expr_closure(&mut self, closure: &'s ExprClosure) {
        let outside = self.around.len();
        for input in &closure.inputs {
            self.around.extend(names(input));
        }
        visit::visit_expr_closure(self, closure);
        self.around.truncate(outside);
    }

    fn visit_expr_async(&mut self, block: &'s ExprAsync) {
        // A variable that the block doesn't use could make it borrow more than it may.
        let text = block.block.to_token_stream().to_string();
        let is_used = |name: &&String| {
            let words = |part: &str| part == name.as_str();
            text.split(|character: char| !character.is_alphanumeric() && character != '_')
                .any(words)
        };
        let used: Vec<String> = self.around.iter().filter(is_used).cloned().collect();
        self.add("async block", &block.block, &used);
        visit::visit_expr_async(self, block);
    }
}

/// The names that a pattern sets.
fn names(pattern: &Pat) -> Vec<String> {
    struct Names(Vec<String>);
    impl<'s> Visit<'s> for Names {
        fn visit_pat_ident(&mut self, name: &'s PatIdent) {
            self.0.push(name.ident.to_string());
        }
    }
    let mut names = Names(Vec::new());
    names.visit_pat(pattern);
    names.0
}

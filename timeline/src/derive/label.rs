//! Labels of lanes and resources, taken from the source.

mod run;
mod source;
mod value;
mod who;

use std::collections::{BTreeMap, HashMap, HashSet};

use proc_macro2::TokenStream;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Expr, Token};

use crate::trace::LaneKind;
use run::{Given, Known, Run, Site};
use source::{Function, Source, place};
use value::{Call, Value};
use who::Who;

/// Where a lane began, as the recorder has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// What the lane follows.
    pub kind: LaneKind,
    /// The number of the lane that was running.
    pub parent: Option<usize>,
    /// The line of the call or macro, from 1.
    pub line: u32,
    /// The column of the call, from 1; 0 where only the line is known.
    pub column: u32,
    /// A branch's source text, or the name of a member's set.
    pub text: String,
}

impl Origin {
    /// The line of the lane's own text, from 1.
    pub fn line(&self, source: &str) -> u32 {
        match self.kind {
            LaneKind::Branch => line_of_branch(source, &self.text, self.line),
            _ => self.line,
        }
    }

    fn site(&self) -> Site {
        match (self.column, self.text.as_str()) {
            (0, "") => Site::Set(self.line, "collect".to_owned()),
            (0, set) => Site::Set(self.line, set.to_owned()),
            (column, _) => Site::At(self.line, column),
        }
    }

    /// What is said of a lane of which nothing is known.
    fn unnamed(&self) -> String {
        match self.kind {
            _ if !self.text.is_empty() => self.text.clone(),
            LaneKind::Blocking => format!("closure of line {}", self.line),
            LaneKind::Member => format!("member of line {}", self.line),
            _ => format!("task of line {}", self.line),
        }
    }
}

/// A label for each lane, in the order in which they began: the name of what it runs, and the arguments that tell it apart, by value.
/// Where that isn't certain, or where nothing differs, lanes are numbered.
pub fn of_lanes(source: &str, origins: &[Origin]) -> Vec<String> {
    let source = Source::parse(source);
    let mut lanes = Lanes::new(&source, origins);
    lanes.follow();
    let calls: Vec<Who> = origins
        .iter()
        .enumerate()
        .map(|(lane, origin)| lanes.who(lane, origin))
        .collect();
    let mut labels = who::labels(&calls);
    number(labels.iter_mut().collect());
    labels
}

/// What the lanes of a program run.
struct Lanes<'s> {
    source: &'s Source,
    origins: &'s [Origin],
    functions: Vec<Function<'s>>,
    known: Known<'s>,
    sites: HashSet<Site>,
    /// What the course of `main` gives to the calls that make lanes.
    of_main: HashMap<Site, Given>,
    /// What each lane runs; `None` as long as it isn't known.
    values: Vec<Option<Value>>,
}

impl<'s> Lanes<'s> {
    fn new(source: &'s Source, origins: &'s [Origin]) -> Self {
        let functions = source.functions();
        let known = Known::of(source, &functions);
        let own = origins.iter().filter(|origin| origin.kind != LaneKind::Branch);
        let mut lanes = Self {
            source,
            origins,
            functions,
            known,
            sites: own.map(Origin::site).collect(),
            of_main: HashMap::new(),
            values: vec![None; origins.len()],
        };
        if let Some(main) = lanes.functions.iter().find(|function| function.is_main(source)) {
            lanes.of_main = lanes.run(*main, Vec::new());
        }
        lanes
    }

    /// Finds out what the lanes run.
    fn follow(&mut self) {
        for lane in 0..self.origins.len() {
            let origin = &self.origins[lane];
            if origin.kind == LaneKind::Branch {
                self.values[lane] = self.of_text(&origin.text);
                continue;
            }
            if self.values[lane].is_none() {
                self.follow_site(&origin.site());
            }
            if self.values[lane].is_none() {
                self.values[lane] = self.of_call(origin);
            }
        }
    }

    /// Finds out what the lanes of one site run, as far as that is certain.
    fn follow_site(&mut self, site: &Site) {
        let Some(function) = self.function_around(site) else {
            return;
        };
        let is_here =
            |lane: &usize| self.origins[*lane].kind != LaneKind::Branch && self.origins[*lane].site() == *site;
        let here: Vec<usize> = (0..self.origins.len()).filter(is_here).collect();
        if function.is_main(self.source) {
            self.give(&here, self.of_main.get(site).cloned());
            return;
        }
        let mut by_parent = BTreeMap::<Option<usize>, Vec<usize>>::new();
        for lane in here {
            by_parent.entry(self.origins[lane].parent).or_default().push(lane);
        }
        let name = function.signature.ident.to_string();
        for (parent, lanes) in by_parent {
            let Some(parent) = parent.filter(|_| self.known.parts.contains_key(&name)) else {
                continue;
            };
            let value = self.values[parent].clone().map(|value| self.inner(value));
            let given = match value {
                // What a lane runs that is nothing but this function.
                Some(Value::Call(call)) if call.name == name => self.run(function, call.arguments).remove(site),
                _ if self.origins[parent].kind == LaneKind::Main => self.of_main.get(site).cloned(),
                _ => None,
            };
            self.give(&lanes, given);
        }
    }

    /// The innermost function around a site.
    fn function_around(&self, site: &Site) -> Option<Function<'s>> {
        let at = match site {
            Site::At(line, column) => place(*line, *column)?,
            Site::Set(line, _) => place(*line, 1)?,
        };
        let is_around = |function: &&Function<'s>| match site {
            Site::At(..) => function.contains(at),
            Site::Set(..) => function.has_line(at.line),
        };
        self.functions.iter().rfind(is_around).copied()
    }

    /// Follows a function; returns what it gives to the calls that make lanes.
    fn run(&self, function: Function<'_>, arguments: Vec<Value>) -> HashMap<Site, Given> {
        let mut run = self.prepared(&self.known, &self.sites);
        for (index, parameter) in function.parameters().into_iter().enumerate() {
            if let Some(parameter) = parameter {
                run.set(&parameter, arguments.get(index).cloned().unwrap_or(Value::Unknown));
            }
        }
        run.block(function.block);
        run.given()
    }

    /// A run that knows the items of the file.
    fn prepared<'r>(&'r self, known: &'r Known<'r>, sites: &'r HashSet<Site>) -> Run<'r> {
        let mut run = Run::new(known, sites);
        for item in self.source.file.iter().flat_map(|file| &file.items) {
            run.item(item);
        }
        run
    }

    /// The k-th lane gets the k-th value, if that is certain.
    fn give(&mut self, lanes: &[usize], given: Option<Given>) {
        let Some(Given { values, is_nested }) = given else {
            return;
        };
        if lanes.len() > values.len() || (is_nested && lanes.len() < values.len()) {
            return;
        }
        for (lane, value) in lanes.iter().zip(values) {
            self.values[*lane] = Some(value);
        }
    }

    /// What a branch runs, by its text alone.
    fn of_text(&self, text: &str) -> Option<Value> {
        let expression: Expr = syn::parse_str(text).ok()?;
        Some(self.prepared(&Known::default(), &HashSet::new()).value(&expression))
    }

    /// What the call of a lane is given, by its text alone.
    fn of_call(&self, origin: &Origin) -> Option<Value> {
        let arguments: TokenStream = self.source.arguments_at(origin.line, origin.column)?;
        let arguments = Punctuated::<Expr, Token![,]>::parse_terminated.parse2(arguments).ok()?;
        let (known, none) = (Known::default(), HashSet::new());
        let mut run = self.prepared(&known, &none);
        let arguments: Vec<Value> = arguments.iter().map(|argument| run.value(argument)).collect();
        (!arguments.is_empty()).then(|| spawned(&arguments))
    }

    /// A call of the program's own functions instead of one around it, such as `timeout`.
    fn inner(&self, value: Value) -> Value {
        let Value::Call(call) = &value else { return value };
        if self.known.names.contains(&call.name) {
            return value;
        }
        let own = |argument: &&Value| matches!(argument, Value::Call(inner) if self.known.names.contains(&inner.name));
        call.arguments.iter().find(own).cloned().unwrap_or(value)
    }

    fn who(&self, lane: usize, origin: &Origin) -> Who {
        let value = self.values[lane]
            .clone()
            .map_or(Value::Unknown, |value| self.inner(value));
        let named = |name: String| Call {
            name,
            arguments: Vec::new(),
        };
        let call = match value {
            _ if origin.kind == LaneKind::Main => named("main".to_owned()),
            Value::Call(call) => call,
            Value::Name(name) => named(name),
            _ => named(origin.unnamed()),
        };
        let is_same = |other: &&Origin| other.site() == origin.site() && other.text == origin.text;
        let is_alone = self.origins.iter().filter(is_same).count() == 1;
        Who { call, is_alone }
    }
}

/// What a call runs that is given these arguments: a future or closure among them, or the first.
fn spawned(arguments: &[Value]) -> Value {
    let call = arguments.iter().find(|argument| matches!(argument, Value::Call(_)));
    call.or(arguments.first()).cloned().unwrap_or(Value::Unknown)
}

/// Gives labels that occur more than once a number each.
pub fn number(labels: Vec<&mut String>) {
    let mut counts = HashMap::<String, usize>::new();
    for label in &labels {
        *counts.entry((*label).clone()).or_default() += 1;
    }
    let mut seen = HashMap::<String, usize>::new();
    for label in labels.into_iter().filter(|label| counts[*label] > 1) {
        let number = seen.entry(label.clone()).or_default();
        *number += 1;
        *label = format!("{label} #{number}");
    }
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

/// The line where a branch stands: the first one, from its macro's line on, that holds the beginning of its text. White space doesn't
/// count.
fn line_of_branch(source: &str, text: &str, macro_line: u32) -> u32 {
    let squeeze = |text: &str| {
        text.chars()
            .filter(|character| !character.is_whitespace())
            .collect::<String>()
    };
    let key: String = squeeze(text).chars().take(24).collect();
    let lines = source.lines().skip(macro_line.saturating_sub(1) as usize).take(60);
    let offset = lines.map(squeeze).position(|line| line.contains(&key)).unwrap_or(0);
    macro_line + u32::try_from(offset).unwrap_or(0)
}

#[cfg(test)]
mod tests;

//! Labels that say who: the function's name, and the arguments that tell its lanes apart.

use std::collections::{BTreeSet, HashMap};

use super::value::{Call, Value};
use crate::text::cut;

/// The longest label, in characters. A number behind it is not counted.
const LONGEST: usize = 20;

/// The longest name that stands alone: it is all that tells who it is.
const LONGEST_NAME: usize = 24;

/// The fewest characters that a function's name is cut to.
const SHORTEST_NAME: usize = 6;

/// What is known of a lane.
#[derive(Clone, Debug)]
pub struct Who {
    /// What it runs.
    pub call: Call,
    /// Whether it is the only lane of its place in the source. Then the names of variables tell it apart from others.
    pub is_alone: bool,
}

/// An argument that can stand in a label.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Shown {
    text: String,
    kind: Kind,
}

/// What is shown of an argument; the first one tells the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Text,
    Number,
    Name,
}

/// The place of an argument: its index, and that in a tuple.
type Place = (usize, Option<usize>);

/// A label for each lane. Lanes that nothing tells apart get the same.
pub fn labels(lanes: &[Who]) -> Vec<String> {
    let mut groups = HashMap::<&str, Vec<&Who>>::new();
    for lane in lanes {
        groups.entry(&lane.call.name).or_default().push(lane);
    }
    let places: HashMap<&str, Vec<Place>> = groups.iter().map(|(name, group)| (*name, telling(group))).collect();
    let label = |lane: &Who| {
        let name = lane.call.name.as_str();
        let places = &places[name];
        let telling = |room: usize| -> String {
            let text = |place: &Place| {
                let others = groups[name].iter().filter_map(|other| shown(other, *place));
                Some(shorten(&shown(lane, *place)?.text, others, room / places.len()))
            };
            places.iter().filter_map(text).collect::<Vec<_>>().join(" ")
        };
        let whole = telling(usize::MAX);
        let least = name.chars().count().min(SHORTEST_NAME);
        match whole.chars().count() + least < LONGEST {
            true => fit(name, &whole),
            false => fit(name, &telling(LONGEST - least - 1)),
        }
    };
    lanes.iter().map(label).collect()
}

/// A text that is cut to fit, but not within what differs from others.
fn shorten(text: &str, others: impl Iterator<Item = Shown>, room: usize) -> String {
    let others = others.map(|other| other.text).filter(|other| other != text);
    let common = |other: String| {
        let pairs = text.chars().zip(other.chars());
        pairs.take_while(|(one, other)| one == other).count()
    };
    let needed = others.map(common).max().map_or(0, |index| index + 2);
    cut(text.to_owned(), needed.max(room))
}

/// The places of the arguments that tell the lanes of a function apart: one if it tells all apart, else two if they tell more.
fn telling(group: &[&Who]) -> Vec<Place> {
    if let [lane] = group {
        let is_text = |place: &Place| shown(lane, *place).is_some_and(|shown| shown.kind == Kind::Text);
        return places(group).into_iter().filter(is_text).take(1).collect();
    }
    let best = |mut choices: Vec<Vec<Place>>| {
        choices.sort_by_key(|places| cost(group, places));
        choices.into_iter().next().unwrap_or_default()
    };
    let all = places(group);
    let one = best(all.iter().map(|place| vec![*place]).collect());
    let is_shown_by_all = |place: &Place| group.iter().all(|lane| shown(lane, *place).is_some());
    let others = all
        .iter()
        .filter(|place| !one.contains(place) && is_shown_by_all(place));
    let two = best(others.map(|other| [one.as_slice(), &[*other]].concat()).collect());
    let mut places = if classes(group, &two) > classes(group, &one) {
        two
    } else {
        one
    };
    places.retain(|place| classes(group, &[*place]) > 1);
    places.sort_unstable();
    places
}

/// What speaks against telling lanes apart by these arguments, the worst first.
fn cost(group: &[&Who], places: &[Place]) -> impl Ord + use<> {
    let shown: Vec<Shown> = group
        .iter()
        .flat_map(|lane| places.iter().filter_map(|place| shown(lane, *place)))
        .collect();
    let kind = shown.iter().map(|shown| shown.kind).max();
    let missing = group.len() * places.len() - shown.len();
    let is_long = shown
        .iter()
        .any(|shown| shown.text.chars().count() >= LONGEST - SHORTEST_NAME);
    (
        missing,
        group.len() - classes(group, places),
        kind,
        is_long,
        places.to_vec(),
    )
}

/// How many of the lanes differ in these arguments.
fn classes(group: &[&Who], places: &[Place]) -> usize {
    let texts = |lane: &&Who| -> Vec<Option<Shown>> { places.iter().map(|place| shown(lane, *place)).collect() };
    group.iter().map(texts).collect::<BTreeSet<_>>().len()
}

/// The places of all arguments that can be shown.
fn places(group: &[&Who]) -> Vec<Place> {
    let of_argument = |(index, argument): (usize, &Value)| -> Vec<Place> {
        match argument {
            Value::Tuple(values) => (0..values.len()).map(|inner| (index, Some(inner))).collect(),
            _ => vec![(index, None)],
        }
    };
    let of_lane =
        |lane: &&Who| -> Vec<Place> { lane.call.arguments.iter().enumerate().flat_map(of_argument).collect() };
    group
        .iter()
        .flat_map(of_lane)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// The argument at a place, if it can be shown.
fn shown(lane: &Who, (index, inner): Place) -> Option<Shown> {
    let argument = lane.call.arguments.get(index)?;
    let value = match (argument, inner) {
        (Value::Tuple(values), Some(inner)) => values.get(inner)?,
        (other, None) => other,
        _ => return None,
    };
    let (text, kind) = match value {
        Value::Text(text) if text.is_empty() => ("\"\"".to_owned(), Kind::Text),
        Value::Text(text) => (text.clone(), Kind::Text),
        Value::Integer(number) => (number.to_string(), Kind::Number),
        Value::Plain(text) => (text.clone(), Kind::Number),
        Value::Name(name) if lane.is_alone => (name.clone(), Kind::Name),
        _ => return None,
    };
    let is_legible = text.trim() == text && !text.contains(char::is_control);
    is_legible.then_some(Shown { text, kind })
}

/// A name and what tells apart, cut to fit; what tells apart stays whole.
fn fit(name: &str, telling: &str) -> String {
    if telling.is_empty() {
        return cut(name.to_owned(), LONGEST_NAME);
    }
    let room = LONGEST.saturating_sub(telling.chars().count() + 1);
    format!("{} {telling}", cut(name.to_owned(), room.max(SHORTEST_NAME)))
}

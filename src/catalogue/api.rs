//! What the book teaches of the libraries: `api/items.toml` holds each item once, `api/tables.toml` which chapter shows which.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::cancel::Cancel;
use super::chapter::line_at;
use crate::problem::{Problem, Result, problem, read};

/// The items.
pub const ITEMS: &str = "api/items.toml";
/// The chapters' tables of items.
pub const TABLES: &str = "api/tables.toml";

/// What rustdoc calls its pages and the places on them, as this book needs them; `way` is a way of using an item, and no place of its own.
const KINDS: [&str; 14] = [
    "attr", "enum", "fn", "keyword", "macro", "method", "mod", "struct", "trait", "tymethod", "type", "union",
    "variant", "way",
];

/// All items, and the chapters' tables of them.
#[derive(Debug, Default)]
pub struct Api {
    /// The items by their paths. A way of using an item has the item's path and a name: `tokio::select::kept`.
    pub items: BTreeMap<String, Item>,
    /// The rows of each table, in order, by the chapter's slug.
    pub tables: BTreeMap<String, Vec<Row>>,
    /// The version of each package in `Cargo.lock`; that of `std` is the toolchain's.
    versions: BTreeMap<String, String>,
}

/// An item of a library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its line in [`ITEMS`], counted from 1.
    pub line: usize,
    /// The kind and the path of the heading: `struct`, `tokio::sync::Mutex`.
    pub heading: (String, String),
    /// Its kind and its name there: `method`, `lock`.
    pub place: (String, String),
    /// How tables call it, if not by its path.
    pub name: Option<String>,
    /// The version of the library that brought it, which a remark may follow; `unstable` if none did yet.
    pub since: String,
    /// What it is for.
    pub purpose: String,
    /// What is lost if its future is dropped; `None` if no future can be dropped.
    pub cancel: Option<Cancel>,
}

/// A row of a chapter's table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its line in [`TABLES`], counted from 1.
    pub line: usize,
    /// The item's path, which may be wrong.
    pub item: String,
    /// What the item is for in this chapter, if that is something of its own.
    pub purpose: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    since: String,
    r#for: String,
    cancel: Option<String>,
    name: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Cell {
    Item(String),
    InRole { item: String, r#for: String },
}

/// What [`ITEMS`] holds: entries by name, kind, and the path and the kind of their heading.
type Entries = BTreeMap<String, BTreeMap<String, BTreeMap<String, BTreeMap<String, Spanned<Entry>>>>>;

#[derive(Deserialize)]
struct Lock {
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
}

impl Api {
    /// Reads the items and tables of the project in `root`.
    ///
    /// # Errors
    /// Fails if a file cannot be read or parsed, or if an entry has an unknown kind or word, or an item two entries.
    pub fn read(root: &Path) -> Result<Api> {
        let text = read(root, ITEMS)?;
        let mut items = BTreeMap::<String, Item>::new();
        for (heading_kind, headings) in parse::<Entries>(ITEMS, &text)? {
            for (heading, kinds) in headings {
                for (kind, entries) in kinds {
                    for (name, entry) in entries {
                        let line = line_at(&text, entry.span().start);
                        let heading = (heading_kind.clone(), heading.clone());
                        let item = Item::new(line, heading, (kind.clone(), name), entry.into_inner())
                            .map_err(|problem| problem.at(ITEMS, line))?;
                        if let Some(other) = items.insert(item.path(), item) {
                            let line = line.max(other.line);
                            return Err(problem!("`{}` has two entries; remove one", other.path()).at(ITEMS, line));
                        }
                    }
                }
            }
        }
        Ok(Api {
            items,
            tables: tables(root)?,
            versions: versions(root)?,
        })
    }

    /// The item that a row shows.
    ///
    /// # Errors
    /// Fails if there is no such item.
    pub fn item(&self, row: &Row) -> Result<&Item> {
        self.items.get(&row.item).ok_or_else(|| {
            let distance = |path: &&String| strsim::levenshtein(path, &row.item);
            let nearest = self.items.keys().min_by_key(distance).map_or("", |path| path);
            problem!(
                "{ITEMS} has no item `{}`; add it there (the nearest: `{nearest}`)",
                row.item
            )
            .at(TABLES, row.line)
        })
    }

    /// How a table calls an item, in Markdown: by its path, but a method by its type: `mpsc::Sender::send`.
    pub fn name(&self, item: &Item) -> String {
        if let Some(name) = &item.name {
            return name.clone();
        }
        let path = item.path();
        let is_method = ["method", "tymethod", "variant"].contains(&item.place.0.as_str());
        let path = if is_method { self.end(item) } else { path };
        match item.place.0.as_str() {
            "macro" => format!("`{path}!`"),
            "attr" => format!("`#[{path}]`"),
            _ => format!("`{path}`"),
        }
    }

    /// The end of a method's path, with so much of its type's path that no other type has the same.
    fn end(&self, method: &Item) -> String {
        let own = method.heading.1.as_str();
        let types = || {
            self.items
                .values()
                .filter(|item| item.heading.0 != "mod")
                .map(|item| item.heading.1.as_str())
        };
        let is_own = |end: &&str| types().all(|other| other == own || !other.ends_with(&format!("::{end}")));
        let end = own.rmatch_indices("::").map(|(at, _)| &own[at + 2..]).find(is_own);
        format!("{}::{}", end.unwrap_or(own), method.place.1)
    }

    /// The address of an item's documentation, for the version on which the listings run.
    ///
    /// # Errors
    /// Fails if `Cargo.lock` has no such library.
    pub fn address(&self, item: &Item) -> Result<String> {
        let package = item.package();
        let version = self.version(&package).ok_or_else(|| {
            problem!("Cargo.lock has no package `{package}`; correct the path, or add the library").at(ITEMS, item.line)
        })?;
        let page = item.page();
        Ok(match package.as_str() {
            "std" => format!("https://doc.rust-lang.org/{version}/{page}"),
            _ => format!("https://docs.rs/{package}/{version}/{page}"),
        })
    }

    /// The version of a package on which the listings run.
    pub fn version(&self, package: &str) -> Option<&str> {
        self.versions.get(package).map(String::as_str)
    }
}

impl Item {
    fn new(line: usize, heading: (String, String), place: (String, String), entry: Entry) -> Result<Item> {
        for kind in [&heading.0, &place.0] {
            if !KINDS.contains(&kind.as_str()) {
                return Err(problem!(
                    "`{kind}` is no kind of item; expected one of {}",
                    KINDS.join(", ")
                ));
            }
        }
        if place.0 == "way" && entry.name.is_none() {
            return Err(Problem::from(
                "a way of using an item has no name of its own; add `name = \"…\"`",
            ));
        }
        Ok(Item {
            line,
            heading,
            place,
            name: entry.name,
            since: entry.since,
            purpose: entry.r#for,
            cancel: entry.cancel.map(|text| Cancel::parse(&text)).transpose()?,
        })
    }

    /// Its path: `tokio::sync::Mutex::lock`.
    pub fn path(&self) -> String {
        format!("{}::{}", self.heading.1, self.place.1)
    }

    /// The package that holds it: `tokio-util` for `tokio_util::…`.
    pub fn package(&self) -> String {
        self.heading.1.split("::").next().unwrap_or_default().replace('_', "-")
    }

    /// Its page in the documentation of its library, and the place there: `tokio/sync/struct.Mutex.html#method.lock`.
    pub fn page(&self) -> String {
        let ((heading_kind, heading), (kind, name)) = (&self.heading, &self.place);
        let page_of = |kind: &str, module: &str, name: &str| {
            let folder = module.replace("::", "/");
            match kind {
                "mod" => format!("{folder}/{name}/index.html"),
                _ => format!("{folder}/{kind}.{name}.html"),
            }
        };
        if heading_kind == "mod" {
            return page_of(kind, heading, name);
        }
        let (module, item) = heading.rsplit_once("::").unwrap_or(("", heading));
        let page = page_of(heading_kind, module, item);
        match kind.as_str() {
            "way" => page,
            _ => format!("{page}#{kind}.{name}"),
        }
    }
}

/// Parses a file in TOML.
fn parse<T: for<'a> Deserialize<'a>>(file: &str, text: &str) -> Result<T> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(0, |span| line_at(text, span.start));
        Problem::from(error.message()).at(file, line)
    })
}

/// The chapters' tables.
fn tables(root: &Path) -> Result<BTreeMap<String, Vec<Row>>> {
    let text = read(root, TABLES)?;
    let row = |cell: Spanned<Cell>| {
        let line = line_at(&text, cell.span().start);
        let (item, purpose) = match cell.into_inner() {
            Cell::Item(item) => (item, None),
            Cell::InRole { item, r#for } => (item, Some(r#for)),
        };
        Row { line, item, purpose }
    };
    let tables = parse::<BTreeMap<String, Vec<Spanned<Cell>>>>(TABLES, &text)?.into_iter();
    Ok(tables
        .map(|(chapter, cells)| (chapter, cells.into_iter().map(row).collect()))
        .collect())
}

/// The versions of the packages in `Cargo.lock`, and of `std`.
fn versions(root: &Path) -> Result<BTreeMap<String, String>> {
    let lock: Lock = parse("Cargo.lock", &read(root, "Cargo.lock")?)?;
    let toolchain = read(root, "rust-toolchain.toml").unwrap_or_default();
    let std = toolchain
        .split_once("channel = \"")
        .and_then(|(_, rest)| rest.split('"').next());
    let std = std.map(|version| ("std".to_owned(), version.to_owned()));
    Ok(lock
        .package
        .into_iter()
        .map(|package| (package.name, package.version))
        .chain(std)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(heading: (&str, &str), place: (&str, &str)) -> Item {
        let entry = Entry {
            since: "1.0".into(),
            r#for: "cook".into(),
            cancel: None,
            name: Some("`x`".into()),
        };
        let owned = |(kind, name): (&str, &str)| (kind.to_owned(), name.to_owned());
        Item::new(1, owned(heading), owned(place), entry).expect("known kinds")
    }

    #[test]
    fn items_have_the_pages_of_rustdoc() {
        for (heading, place, page) in [
            (("mod", "tokio"), ("macro", "join"), "tokio/macro.join.html"),
            (("mod", "tokio::sync"), ("mod", "mpsc"), "tokio/sync/mpsc/index.html"),
            (
                ("mod", "tokio::sync"),
                ("struct", "Mutex"),
                "tokio/sync/struct.Mutex.html",
            ),
            (
                ("struct", "tokio::sync::Mutex"),
                ("method", "lock"),
                "tokio/sync/struct.Mutex.html#method.lock",
            ),
            (("attr", "tokio::main"), ("way", "paused"), "tokio/attr.main.html"),
        ] {
            assert_eq!(item(heading, place).page(), page);
        }
    }

    #[test]
    fn methods_are_called_by_as_much_of_their_path_as_tells_them_apart() {
        let mut api = Api::default();
        for (heading, place) in [
            (("struct", "tokio::sync::Mutex"), ("method", "lock")),
            (("struct", "tokio::sync::mpsc::Sender"), ("method", "send")),
            (("struct", "tokio::sync::oneshot::Sender"), ("method", "closed")),
            (("mod", "tokio::sync"), ("struct", "Mutex")),
            (("mod", "tokio"), ("macro", "join")),
        ] {
            let item = Item {
                name: None,
                ..item(heading, place)
            };
            api.items.insert(item.path(), item);
        }
        let names: Vec<String> = api.items.values().map(|item| api.name(item)).collect();
        let expected = [
            "`tokio::join!`",
            "`tokio::sync::Mutex`",
            "`Mutex::lock`",
            "`mpsc::Sender::send`",
            "`oneshot::Sender::closed`",
        ];
        assert_eq!(names, expected);
    }
}

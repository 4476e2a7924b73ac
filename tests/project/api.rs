//! The documentation of each item of `api/items.toml` stands where the tables' links lead.
//!
//! rustdoc documents the libraries from the sources that `Cargo.lock` names, as docs.rs does. The standard library's documentation cannot
//! be made here: rustdoc follows a path to each of its items.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use async_lessons::catalogue::{Api, Catalogue, Item};
use async_lessons::run::cargo;
use serde_json::Value;

use crate::common::here;

/// The packages whose documentation the tables link to, besides std.
const PACKAGES: [&str; 5] = ["async-channel", "futures", "tokio", "tokio-stream", "tokio-util"];

/// Documents the packages, and returns the folder. Cargo keeps it in `target` until `Cargo.lock` changes.
fn documented(api: &Api) -> PathBuf {
    let mut command = cargo(&here(""));
    command.args(["doc", "--locked", "--no-deps", "--message-format=json"]);
    for package in PACKAGES {
        let version = api.version(package).expect("Cargo.lock has the package");
        command.args(["--package", &format!("{package}@{version}")]);
    }
    let output = command.output().expect("cargo can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let messages = String::from_utf8_lossy(&output.stdout).into_owned();
    let index = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find_map(|message| {
            let files = message["filenames"].as_array()?.iter().filter_map(Value::as_str);
            files
                .map(Path::new)
                .find(|file| file.ends_with("tokio/index.html"))
                .map(Path::to_owned)
        });
    index
        .expect("Cargo names the pages")
        .ancestors()
        .nth(2)
        .expect("a folder")
        .to_owned()
}

/// What is wrong with the place of an item in the documentation in `folder`.
fn misplaced(folder: &Path, item: &Item) -> Option<String> {
    let page = item.page();
    let (file, id) = page.split_once('#').unwrap_or((&page, ""));
    let found = fs::read_to_string(folder.join(file));
    let problem = match found {
        Err(_) => format!(
            "{} has no page {file}; name the item by the path where it is documented",
            item.package()
        ),
        Ok(html) if !id.is_empty() && !html.contains(&format!("id=\"{id}\"")) => {
            format!("{file} has no place {id}; correct the item's kind or name")
        }
        Ok(_) => return None,
    };
    Some(format!("api/items.toml:{}: {problem}", item.line))
}

/// A link to an item of std in rustdoc's own notation, such as `method@std::sync::Mutex::lock`; `None` for what no path leads to.
fn link(item: &Item) -> Option<String> {
    let (kind, path) = match item.place.0.as_str() {
        "way" => (&item.heading.0, item.heading.1.clone()),
        _ => (&item.place.0, item.path()),
    };
    let kind = match kind.as_str() {
        "keyword" => return None,
        "attr" => "macro",
        "tymethod" => "method",
        kind => kind,
    };
    Some(format!("{kind}@{path}"))
}

/// Lets rustdoc document a program that links to these items, and returns what rustdoc says.
fn follow(folder: &Path, links: &[String]) -> Output {
    let mut source = "#![deny(rustdoc::broken_intra_doc_links)]\n".to_owned();
    let numbered = links.iter().enumerate();
    source.extend(numbered.map(|(number, link)| format!("//! [{number}]({link})\n//!\n")));
    fs::write(folder.join("links.rs"), source).expect("a file can be written");
    let mut command = Command::new(env::var_os("RUSTDOC").unwrap_or_else(|| "rustdoc".into()));
    command
        .current_dir(folder)
        .args(["--edition=2024", "--out-dir=.", "links.rs"]);
    command.output().expect("rustdoc can be started")
}

/// The page and the anchor to which rustdoc made the link with this number lead.
fn target(html: &str, number: usize) -> Option<&str> {
    let (before, _) = html.split_once(&format!(">{number}</a>"))?;
    before.rsplit_once("href=\"")?.1.split('"').next()
}

/// The items of `api/items.toml`: those of std, and the others that are documented.
fn items(api: &Api) -> (Vec<&Item>, Vec<&Item>) {
    let stable = api.items.values().filter(|item| item.since != "unstable");
    stable.partition(|item| item.package() == "std")
}

#[test]
fn each_item_has_its_place_in_the_documentation_of_its_library() {
    let catalogue = Catalogue::load(&here("")).expect("the book");
    let api = Api::read(&catalogue.root).expect("the items");
    let folder = documented(&api);
    let (_, others) = items(&api);
    assert!(others.len() >= 100);
    let problems: Vec<String> = others.iter().filter_map(|item| misplaced(&folder, item)).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    // A wrong name on a page, and a page that is nowhere.
    let mut wrong = api.items["tokio::sync::Mutex::lock"].clone();
    wrong.place.1 = "lok".into();
    assert!(misplaced(&folder, &wrong).is_some_and(|problem| problem.contains("no place method.lok")));
    wrong.heading.1 = "tokio::sync::Mutexes".into();
    assert!(
        misplaced(&folder, &wrong).is_some_and(|problem| problem.contains("no page tokio/sync/struct.Mutexes.html"))
    );
}

#[test]
fn each_item_of_std_has_its_place() {
    let catalogue = Catalogue::load(&here("")).expect("the book");
    let api = Api::read(&catalogue.root).expect("the items");
    let folder = tempfile::tempdir().expect("a folder for the documentation");
    let (std, _) = items(&api);
    let (std, links): (Vec<&Item>, Vec<String>) = std.into_iter().filter_map(|item| Some((item, link(item)?))).unzip();
    assert!(links.len() >= 20);
    let output = follow(folder.path(), &links);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let html = fs::read_to_string(folder.path().join("links/index.html")).expect("the documentation");
    for (number, item) in std.iter().enumerate() {
        let found = target(&html, number).unwrap_or_default();
        let page = item.page();
        // The folder is that of the module that defines the item; others export it. A module's own page is in the folder of its name.
        let depth = if page.ends_with("/index.html") { 2 } else { 1 };
        assert!(
            found.rsplit('/').take(depth).eq(page.rsplit('/').take(depth)),
            "api/items.toml:{}: expected a link to {page}, rustdoc links to {found}",
            item.line
        );
    }
    let wrong = ["fn@std::thread::nap", "struct@std::thread::sleep"].map(str::to_owned);
    let output = follow(folder.path(), &wrong);
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success());
    for missing in ["nap", "not a struct"] {
        assert!(errors.contains(missing), "{missing}: {errors}");
    }
}

//! Each item of `api/items.toml` is in its library as the listings use it, and its documentation stands where the tables' links lead.
//!
//! rustdoc documents an empty program whose comment links to each item by its path. It fails for a path that leads nowhere, and
//! writes the page and the anchor of all others, from the sources that `Cargo.lock` names.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use async_lessons::catalogue::{Api, Catalogue, Item, Suffix};
use async_lessons::run::{WITH_LISTINGS, cargo};
use serde_json::Value;

use crate::common::here;

/// The crates whose documentation items may be in, as their paths begin, and those that hold parts of them.
const LIBRARIES: [&str; 5] = ["async_channel", "futures", "tokio", "tokio_stream", "tokio_util"];
const INNER: [&str; 3] = ["futures_executor", "futures_util", "tokio_macros"];

/// A link to an item in rustdoc's own notation, such as `method@tokio::sync::Mutex::lock`; `None` for what no path leads to.
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
    // Unstable items are not compiled.
    (item.since != "unstable").then(|| format!("{kind}@{path}"))
}

/// What `--extern` needs to know of the libraries that the listings use: `tokio=…/libtokio-….rlib`.
fn libraries(catalogue: &Catalogue) -> Vec<String> {
    let example = catalogue
        .listings()
        .find(|listing| listing.suffix == Suffix::Plain)
        .expect("a listing");
    let mut command = cargo(&catalogue.root);
    command
        .arg("build")
        .args(WITH_LISTINGS)
        .args(["--message-format=json", "--example", &example.example()]);
    let output = command.output().expect("cargo can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let messages = String::from_utf8_lossy(&output.stdout).into_owned();
    let libraries = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter_map(|message| {
            let name = message["target"]["name"]
                .as_str()
                .filter(|name| LIBRARIES.contains(name))?;
            // The facades have the same names.
            message["package_id"]
                .as_str()
                .filter(|package| package.starts_with("registry+"))?;
            let files = message["filenames"].as_array()?.iter().filter_map(Value::as_str);
            Some(format!(
                "{name}={}",
                files.into_iter().find(|file| file.ends_with(".rlib"))?
            ))
        });
    libraries.collect()
}

/// Lets rustdoc document a program that links to these items, and returns what rustdoc says.
fn document(folder: &Path, libraries: &[String], links: &[String]) -> Output {
    let mut source = "#![deny(rustdoc::broken_intra_doc_links)]\n".to_owned();
    let numbered = links.iter().enumerate();
    source.extend(numbered.map(|(number, link)| format!("//! [{number}]({link})\n//!\n")));
    source.extend(LIBRARIES.map(|library| format!("extern crate {library};\n")));
    fs::write(folder.join("links.rs"), source).expect("a file can be written");
    // To rustdoc, a library is documented beside the program if it has a folder there.
    for library in LIBRARIES.iter().chain(&INNER) {
        fs::create_dir_all(folder.join(library)).expect("a folder can be created");
    }
    let mut command = Command::new(env::var_os("RUSTDOC").unwrap_or_else(|| "rustdoc".into()));
    command
        .current_dir(folder)
        .args(["--edition=2024", "--out-dir=.", "links.rs"]);
    for library in libraries {
        let (_, file) = library.split_once('=').expect("a name and a file");
        let dependencies = Path::new(file).parent().expect("a file in a folder");
        command
            .arg("--extern")
            .arg(library)
            .arg("-L")
            .arg(format!("dependency={}", dependencies.display()));
    }
    command.output().expect("rustdoc can be started")
}

/// The page and the anchor to which rustdoc made the link with this number lead, below the folder of their module.
fn target(html: &str, number: usize) -> Option<&str> {
    let (before, _) = html.split_once(&format!(">{number}</a>"))?;
    before.rsplit_once("href=\"")?.1.split('"').next()
}

#[test]
fn each_item_is_in_its_library_and_has_its_page_there() {
    let catalogue = Catalogue::load(&here("")).expect("the book");
    let api = Api::read(&catalogue.root).expect("the items");
    let folder = tempfile::tempdir().expect("a folder for the documentation");
    let libraries = libraries(&catalogue);
    assert_eq!(libraries.len(), LIBRARIES.len(), "{libraries:?}");
    let items: Vec<(&Item, String)> = api
        .items
        .values()
        .filter_map(|item| Some((item, link(item)?)))
        .collect();
    assert!(items.len() >= 150);
    let links: Vec<String> = items.iter().map(|(_, link)| link.clone()).collect();
    let output = document(folder.path(), &libraries, &links);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let html = fs::read_to_string(folder.path().join("links/index.html")).expect("the documentation");
    for (number, (item, _)) in items.iter().enumerate() {
        let found = target(&html, number).unwrap_or_default();
        let page = item.page();
        // The folder is that of the module that defines the item; others export it. A module's own page is in the folder of its name.
        let depth = if page.ends_with("/index.html") { 2 } else { 1 };
        let place: Vec<&str> = page.rsplitn(depth + 1, '/').take(depth).collect();
        let is_found = found.rsplitn(depth + 1, '/').take(depth).eq(place);
        assert!(
            is_found,
            "api/items.toml:{}: expected a link to {page}, rustdoc links to {found}",
            item.line
        );
    }
}

#[test]
fn a_path_that_leads_nowhere_is_found() {
    let folder = tempfile::tempdir().expect("a folder for the documentation");
    let catalogue = Catalogue::load(&here("")).expect("the book");
    let links = [
        "method@tokio::sync::Mutex::lok",
        "fn@std::thread::nap",
        "struct@std::thread::sleep",
    ]
    .map(str::to_owned);
    let output = document(folder.path(), &libraries(&catalogue), &links);
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success());
    for missing in ["lok", "nap", "not a struct"] {
        assert!(errors.contains(missing), "{missing}: {errors}");
    }
}

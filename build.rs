//! Writes, for each part of the book, a module for each of its listings and the table by which they are found.
//!
//! A listing is included as it is. What makes it run on the stage stands outside of it: the part's program gives the crate
//! names `futures`, `std` and `tokio` another meaning (see `src/parts/`).

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use toml::Table;

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let manifest = root.join("listings/Cargo.toml");
    // Not the listings themselves: rustc notes each file that it includes, so an edit touches its own part only.
    println!("cargo::rerun-if-changed={}", manifest.display());
    println!("cargo::rerun-if-changed=src/parts");
    println!("cargo::rustc-env=TARGET={}", env::var("TARGET").expect("cargo sets it"));

    let text = fs::read_to_string(&manifest).expect("listings/Cargo.toml is readable");
    let manifest: Table = text.parse().expect("listings/Cargo.toml is TOML");
    let mut parts: BTreeMap<String, String> = fs::read_dir(root.join("src/parts"))
        .expect("src/parts is readable")
        .map(|entry| entry.expect("src/parts is readable").path())
        .map(|program| {
            (
                program.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
                String::new(),
            )
        })
        .collect();
    let mut tables = parts.clone();

    for example in manifest
        .get("example")
        .and_then(|list| list.as_array())
        .into_iter()
        .flatten()
    {
        let path = example
            .get("path")
            .and_then(|path| path.as_str())
            .expect("every example has a path");
        let (Some([part, chapter, file]), Some(false)) =
            (split(path), path.strip_suffix(".rs").map(|p| p.ends_with(".fail")))
        else {
            continue; // What must not compile is left to rustc; what is misnamed is reported by the tests.
        };
        let Some(modules) = parts.get_mut(part) else {
            println!(
                "cargo::error=listings/Cargo.toml names {path}, but there is no program src/parts/{part}.rs; `cargo run new` makes one"
            );
            continue;
        };
        let name = file.split('.').next().unwrap_or(file);
        let module = format!("{chapter}_{name}").replace('-', "_");
        let source = root.join("listings").join(path);
        // Where the stage's own methods come before those of a trait, its import has nothing to do. Clippy sees the listings as
        // examples, on the originals.
        writeln!(
            modules,
            "#[allow(unused_imports)]\nmod {module} {{\n    include!({source:?});\n    pub(super) fn __run() -> ::std::process::ExitCode {{ ::stage::report(main) }}\n}}"
        )
        .expect("a string takes everything");
        writeln!(
            tables.get_mut(part).expect("both maps have the same keys"),
            "        ::stage::Program {{ name: \"{chapter}/{name}\", path: {path:?}, run: {module}::__run }},"
        )
        .expect("a string takes everything");
    }
    for (part, modules) in parts {
        let table = &tables[&part];
        let text =
            format!("{modules}\nfn main() -> ::std::process::ExitCode {{\n    ::stage::main(&[\n{table}    ])\n}}\n");
        write_if_changed(&out.join(format!("{part}.rs")), &text);
    }
}

/// `tasks/join/three-fetches.rs` in its three parts.
fn split(path: &str) -> Option<[&str; 3]> {
    path.split('/').collect::<Vec<_>>().try_into().ok()
}

/// Leaves the file's time alone where nothing changed, so that a new listing makes one part compile again, not all.
fn write_if_changed(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::write(path, text).unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
}

//! Every command compiles a library with the same features: none is compiled twice because another command came before.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// The packages of the commands that readers and CI use. `cargo test` and `cargo run` have those of `default-members`.
const COMMANDS: [&[&str]; 6] = [
    &[],
    &["--package", "async-lessons-attempt"],
    &["--package", "async-lessons-parts"],
    &["--package", "async-lessons-site"],
    &["--package", "listings"],
    &["--workspace"],
];

/// The sets of features with which each library is compiled, once for the target and once for the machine that builds.
type Features = BTreeMap<String, BTreeSet<String>>;

fn features(packages: &[&str], edges: &str) -> Features {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--locked",
            "--prefix=none",
            "--format={p}|{f}",
            "--edges",
            edges,
        ])
        .args(packages)
        .output()
        .expect("cargo can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut found = Features::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        if let Some((library, features)) = line.trim_end_matches(" (*)").split_once('|') {
            found.entry(library.to_owned()).or_default().insert(features.to_owned());
        }
    }
    found
}

#[test]
fn every_command_compiles_a_library_with_the_same_features() {
    let all = features(&["--workspace"], "normal,build,dev");
    let mut problems = BTreeSet::new();
    for packages in COMMANDS {
        for edges in ["normal,build", "normal,build,dev"] {
            for (library, sets) in features(packages, edges) {
                for other in sets.difference(&all[&library]) {
                    problems.insert(format!(
                        "{library}: {packages:?} compiles it with [{other}], the whole workspace with {:?}",
                        all[&library]
                    ));
                }
            }
        }
    }
    assert!(
        problems.is_empty(),
        "add the features to features/Cargo.toml:\n{}",
        problems.into_iter().collect::<Vec<_>>().join("\n")
    );
}

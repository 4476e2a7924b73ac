//! The crates that a reader's own program may use on the stage: `cargo run try FILE` builds this package, and gives the program its
//! dependencies under the names that stand in Cargo.toml.

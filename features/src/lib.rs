//! Nothing: this package is here for the dependencies in its `Cargo.toml`, which say why.

//! What the book consists of: parts, chapters and listings, in the order of the book.
//!
//! Parts and chapters come from `book/SUMMARY.md`, listings from `listings/Cargo.toml`. The checks prove that both agree with the files.

// The floors, from the ground up: a module uses only modules above its own line, as `tests::no_module_looks_up` in lib.rs checks.
pub mod chapter;
pub mod rule;
pub mod scaffold;

mod cancel;

mod api;

mod listing;
mod manifest;
pub mod parts;
mod summary;

pub mod settings;

mod book;

mod find;

pub use api::{Api, ITEMS, Item, TABLES};
pub use book::{Catalogue, ROOT, home, root};
pub use find::{FindError, Selection};
pub use listing::{Listing, Suffix};
pub use manifest::{COMPILE_FAIL, Example, Manifest};
pub use summary::{Chapter, Part, SUMMARY};

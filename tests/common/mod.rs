//! What several tests need.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use async_lessons::catalogue::Catalogue;
use async_lessons::run;

/// A file or folder of this project.
pub fn here(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below)
}

/// Lays a folder's files over those of another.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the folder is readable") {
        let entry = entry.expect("the folder is readable");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}

/// The programs of the parts, built: for listings that this process runs and, as the value of [`run::PROGRAMS`], for its children.
pub fn programs() -> &'static OsString {
    static PROGRAMS: OnceLock<OsString> = OnceLock::new();
    PROGRAMS.get_or_init(|| {
        let catalogue = Catalogue::here().expect("the catalogue can be read");
        run::build(&catalogue, catalogue.listings()).expect("the listings compile");
        run::handed_over().expect("no path holds what separates paths")
    })
}

/// How many programs the tests run at a time: most of them wait more than they work.
pub const AT_A_TIME: usize = 8;

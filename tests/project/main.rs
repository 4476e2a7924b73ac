//! Tests of the project as a whole: the checks of the book, the command line, and the documents about the project.
//!
//! They are one program, so that they run in parallel.

#[path = "../common/mod.rs"]
mod common;

mod api;
mod attempt;
mod book;
mod chapter_commands;
mod commands;
mod lessons;
mod lists;
mod readme;
mod site;
mod timeline;
mod usage;

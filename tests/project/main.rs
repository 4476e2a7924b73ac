//! What holds the project together: the book and its checks, the command line, README and its like.
//!
//! One program for all of them, so that their tests run beside each other.

#[path = "../common/mod.rs"]
mod common;

mod book;
mod commands;
mod readme;
mod timeline;

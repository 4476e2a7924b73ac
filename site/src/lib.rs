//! mdBook for this book: runs the chapters' commands, builds and serves the pages, checks their links and code blocks.

pub mod blocks;
pub mod built;
pub mod finish;
pub mod links;
pub mod outside;
pub mod pages;
pub mod pdf;
pub mod place;
pub mod preprocessor;
pub mod programs;
pub mod published;
pub mod serve;
pub mod watch;

//! mdBook for this book: runs the chapters' commands, makes the pages, serves them, checks their links.

pub mod blocks;
pub mod finish;
pub mod links;
pub mod outside;
pub mod pages;
pub mod pdf;
pub mod preprocessor;
pub mod published;
pub mod serve;
pub mod watch;

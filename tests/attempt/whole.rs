//! Has all that a crate may have: documentation, attributes, modules beside it, paths from the crate, texts and crates.
#![allow(dead_code)]

extern crate anyhow as errors;

mod helper;

use std::io::Read;
use std::time::{Duration, Instant};

#[tokio::main]
async fn main() -> errors::Result<()> {
    let started = Instant::now();
    let task = tokio::spawn(async {
        tokio::time::sleep(Duration::from_secs(1)).await;
        println!("in a task");
    });
    task.await?;
    helper::deep::nap(crate::helper::LENGTH).await;
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input)?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    println!("{:?}, {:?}, {:?}, {:?}", include_str!("helper/note.txt").trim(), arguments, input, file!());
    println!("{} s at line {}", started.elapsed().as_secs(), line!());
    Ok(())
}

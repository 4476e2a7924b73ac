// How long?
//! Boils an egg.
#![allow(dead_code)]

fn main() {
    println!("egg");
}

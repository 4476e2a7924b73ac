fn main() {
    // ANCHOR: water
    println!("water");
    // ANCHOR_END: water
    // ANCHOR: salt
    salt();
    // ANCHOR_END: salt
}

fn salt () {}

fn main() {
    println!("water");
    salt();
}

fn salt() {}

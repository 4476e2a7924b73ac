mod stove {
    pub fn main() {}
}

fn cook() {
    println!("egg");
}

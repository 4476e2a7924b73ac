mod salt {
    pub mod sea;
}

fn main() {
    println!("egg");
}

fn main() {
    println!("egg");
}

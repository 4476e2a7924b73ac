fn main() {
    println!("pan");
}

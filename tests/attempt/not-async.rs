async fn main() {
    println!("egg");
}

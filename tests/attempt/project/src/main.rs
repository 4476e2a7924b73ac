mod kitchen;

#[tokio::main]
async fn main() {
    kitchen::breakfast().await;
    println!("{} {}", env!("CARGO_PKG_VERSION"), module_path!());
}

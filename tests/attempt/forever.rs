#[tokio::main]
async fn main() {
    loop {
        println!("and another one");
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    }
}

#[tokio::main]
async fn main() {
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    panic!("no eggs");
}

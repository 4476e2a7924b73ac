#[tokio::main]
async fn main() {
    tea_room::pot::brew(2).await;
    println!("mint");
}

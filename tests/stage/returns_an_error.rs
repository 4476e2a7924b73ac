#[tokio::main]
async fn main() -> Result<(), String> {
    println!("before");
    Err("the oven is cold".to_string())
}

use serde::Serialize;

#[tokio::main]
async fn main() {}

#[tokio::main]
async fn main() {
    let eggs: u32 = "three";
}

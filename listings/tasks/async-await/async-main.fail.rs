async fn temperature(sensor: &str) -> f64 {
    println!("asking {sensor}");
    11.5
}

async fn main() {
    let celsius = temperature("cellar").await;
    println!("cellar: {celsius} degrees");
}

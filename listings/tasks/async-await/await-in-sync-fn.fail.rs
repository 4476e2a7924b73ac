async fn temperature(sensor: &str) -> f64 {
    println!("asking {sensor}");
    11.5
}

fn report() {
    let celsius = temperature("cellar").await;
    println!("cellar: {celsius} degrees");
}

#[tokio::main]
async fn main() {
    report();
}

use std::io;
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::time::sleep;

async fn temperature(sensor: &str) -> f64 {
    println!("asking {sensor}");
    sleep(Duration::from_secs(1)).await;
    11.5
}

fn main() -> io::Result<()> {
    let runtime = Runtime::new()?;
    let body = async {
        let celsius = temperature("cellar").await;
        println!("cellar: {celsius} degrees");
    };
    println!("nothing asked so far");
    runtime.block_on(body);
    println!("block_on has returned");
    Ok(())
}

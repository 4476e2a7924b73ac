use futures::future::join_all;
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn deliver(address: &str, millis: u64) -> Result<(), String> {
    sleep(Duration::from_millis(millis)).await;
    match address {
        "ben" => Err("mailbox full".to_string()),
        "dan" => Err("no such address".to_string()),
        _ => Ok(()),
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let addresses = ["ann", "ben", "cho", "dan"];

    let letters = addresses.iter().zip([400, 200, 800, 600]);
    let results =
        join_all(letters.map(|(name, millis)| deliver(name, millis))).await;

    let mut delivered = Vec::new();
    let mut failed = Vec::new();
    for (name, result) in addresses.iter().zip(results) {
        match result {
            Ok(()) => delivered.push(name),
            Err(error) => failed.push(format!("{name}: {error}")),
        }
    }
    println!("{:.1}s", start.elapsed().as_secs_f64());
    println!("delivered {delivered:?}");
    println!("failed {failed:?}");
}

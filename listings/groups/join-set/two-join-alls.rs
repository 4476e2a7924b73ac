use futures::future::join_all;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::sleep;

async fn measure(sensor: &str, millis: u64) -> String {
    sleep(Duration::from_millis(millis)).await;
    sensor.to_string()
}

#[tokio::main]
async fn main() {
    let sensors = [("cellar", 300), ("kitchen", 100), ("attic", 200)];

    let tasks: JoinSet<String> = sensors
        .map(|(name, millis)| measure(name, millis))
        .into_iter()
        .collect();
    println!("JoinSet: {:?}", tasks.join_all().await);

    let branches = sensors.map(|(name, millis)| measure(name, millis));
    println!("futures: {:?}", join_all(branches).await);
}

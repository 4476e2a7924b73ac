use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

async fn forecast(city: &str, millis: u64) -> String {
    println!("asking for {city}");
    sleep(Duration::from_millis(millis)).await;
    println!("{city} answered");
    format!("sunny in {city}")
}

#[tokio::main]
async fn main() {
    let one_second = Duration::from_secs(1);

    for (city, millis) in [("Bergen", 300), ("Lisbon", 2_000)] {
        let start = Instant::now();
        match timeout(one_second, forecast(city, millis)).await {
            Ok(forecast) => println!("got: {forecast}"),
            Err(elapsed) => println!("gave up: {elapsed}"),
        }
        println!("after {:.1}s", start.elapsed().as_secs_f64());
    }
}

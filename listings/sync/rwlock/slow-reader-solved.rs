use std::sync::{Arc, RwLock};
use std::time::Duration;
use tokio::time::{Instant, sleep};

struct Config {
    server: &'static str,
}

type Shared = RwLock<Arc<Config>>;

async fn request(config: &Shared, start: Instant, from: u64, ms: u64) {
    sleep(Duration::from_millis(from)).await;
    let asked = Instant::now();
    let config = config.read().expect("nobody panics").clone();
    let waited = asked.elapsed().as_secs_f64();
    sleep(Duration::from_millis(ms)).await;
    println!(
        "{:.1}s answer from the {} server, after a wait of {waited:.1}s",
        start.elapsed().as_secs_f64(),
        config.server,
    );
}

async fn reload(config: &Shared) {
    sleep(Duration::from_millis(200)).await;
    let asked = Instant::now();
    *config.write().expect("nobody panics") =
        Arc::new(Config { server: "new" });
    println!("reloaded after {:.1}s", asked.elapsed().as_secs_f64());
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let config = RwLock::new(Arc::new(Config { server: "old" }));
    tokio::join!(
        request(&config, start, 0, 2_000),
        reload(&config),
        request(&config, start, 300, 100),
        request(&config, start, 600, 300),
    );
}

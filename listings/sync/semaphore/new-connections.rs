use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::time::{Instant, sleep};

static OPENED: AtomicU32 = AtomicU32::new(0);

struct Connection(u32);

impl Connection {
    async fn open() -> Self {
        let number = OPENED.fetch_add(1, Ordering::SeqCst) + 1;
        sleep(Duration::from_millis(300)).await;
        Self(number)
    }

    async fn query(&mut self) {
        sleep(Duration::from_millis(400)).await;
    }
}

async fn serve(start: Instant, customer: &str, comes: u64) {
    sleep(Duration::from_millis(comes)).await;
    let mut connection = Connection::open().await;
    connection.query().await;
    let end = start.elapsed().as_secs_f64();
    println!("{end:.1}s {customer} served, connection {}", connection.0);
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    tokio::join!(
        serve(start, "Ada", 0),
        serve(start, "Ben", 100),
        serve(start, "Cleo", 200),
        serve(start, "Dan", 300),
    );
    println!("opened: {}", OPENED.load(Ordering::SeqCst));
}

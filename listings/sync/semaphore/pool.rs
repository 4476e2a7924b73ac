use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::sync::Semaphore;
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

struct Pool {
    permits: Semaphore,
    idle: Mutex<Vec<Connection>>,
}

async fn serve(pool: &Pool, start: Instant, customer: &str, comes: u64) {
    sleep(Duration::from_millis(comes)).await;
    let _permit = pool.permits.acquire().await.expect("never closed");
    let idle = pool.idle.lock().expect("nobody panics").pop();
    let mut connection = match idle {
        Some(connection) => connection,
        None => Connection::open().await,
    };
    connection.query().await;
    let end = start.elapsed().as_secs_f64();
    println!("{end:.1}s {customer} served, connection {}", connection.0);
    pool.idle.lock().expect("nobody panics").push(connection);
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let pool = Pool {
        permits: Semaphore::new(2),
        idle: Mutex::new(Vec::new()),
    };
    tokio::join!(
        serve(&pool, start, "Ada", 0),
        serve(&pool, start, "Ben", 100),
        serve(&pool, start, "Cleo", 200),
        serve(&pool, start, "Dan", 300),
    );
    println!("opened: {}", OPENED.load(Ordering::SeqCst));
}

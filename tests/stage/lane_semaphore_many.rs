use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::sleep;

static TABLES: Semaphore = Semaphore::const_new(3);

async fn party(name: &str, tables: u32, millis: u64) {
    let mut seats = TABLES.acquire_many(tables).await.unwrap();
    sleep(Duration::from_millis(millis)).await;
    let rest = seats.split(1);
    drop(seats);
    println!("{name} needs one table: {}", rest.is_some());
    sleep(Duration::from_millis(50)).await;
}

#[tokio::main]
async fn main() {
    tokio::join!(party("family", 2, 100), party("club", 3, 50), party("couple", 1, 50));
    println!("{}", TABLES.try_acquire().is_ok());
}

use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, Semaphore};
use tokio::task::JoinSet;
use tokio::time::sleep;

struct Dish(&'static str);

impl Drop for Dish {
    fn drop(&mut self) {
        println!("{} is dropped", self.0);
    }
}

async fn ready() {}

async fn cook(dish: &'static str, stove: Arc<Mutex<()>>) {
    let _dish = Dish(dish);
    ready().await;
    let stove = stove.lock().await;
    sleep(Duration::from_secs(1)).await;
    drop(stove);
    sleep(Duration::from_secs(1)).await;
    println!("{dish} is served");
}

#[tokio::main]
async fn main() {
    let stove = Arc::new(Mutex::new(()));
    let plates = Semaphore::new(3);
    let _plates = plates.acquire_many(2).await.expect("it is open");
    let soup = tokio::spawn(cook("soup", stove.clone()));
    let mut set = JoinSet::new();
    set.spawn(cook("pie", stove.clone()));
    tokio::select! {
        () = cook("tea", stove) => println!("had tea"),
        () = sleep(Duration::from_secs(9)) => println!("no tea"),
    }
    println!("soup: {}", soup.await.is_ok());
    while let Some(pie) = set.join_next().await {
        println!("pie: {}", pie.is_ok());
    }
}

use std::time::Duration;
use tokio::time::sleep;
use tokio_util::task::TaskTracker;

async fn guest(millis: u64) {
    sleep(Duration::from_millis(millis)).await;
}

async fn night_porter(house: TaskTracker) {
    house.close();
    house.wait().await;
    println!("all guests have gone, the door is locked");
}

#[tokio::main]
async fn main() {
    let house = TaskTracker::new();
    house.spawn(guest(200));
    house.spawn(guest(500));
    let porter = house.spawn(night_porter(house.clone()));
    porter.await.expect("the porter does not panic");
}

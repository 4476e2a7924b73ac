use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::sleep;

async fn bake(dish: &str, mut oven: watch::Receiver<u32>, needed: u32) {
    match oven.wait_for(|celsius| *celsius >= needed).await {
        Ok(celsius) => println!("{dish} goes in at {}", *celsius),
        Err(_) => println!("{dish}: the oven is off"),
    }
}

#[tokio::main]
async fn main() {
    let (oven, reading) = watch::channel(80);
    let mut dishes = JoinSet::new();
    dishes.spawn(bake("pizza", reading.clone(), 250));
    dishes.spawn(bake("meringue", reading.clone(), 80));
    dishes.spawn(bake("cake", reading.clone(), 180));
    dishes.spawn(bake("glaze", reading, 900));

    for celsius in [140, 200, 260] {
        sleep(Duration::from_millis(500)).await;
        oven.send(celsius).expect("somebody is waiting");
    }
    sleep(Duration::from_millis(500)).await;
    drop(oven);
    dishes.join_all().await;
}

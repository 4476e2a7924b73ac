use std::time::Duration;
use tokio::runtime::{Builder, Handle};
use tokio::time::sleep;

async fn water_plants() {
    for plant in ["fern", "palm", "rose"] {
        println!("  watered the {plant}");
        sleep(Duration::from_secs(1)).await;
    }
}

fn main() {
    println!("inside of a runtime: {}", Handle::try_current().is_ok());
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("this system can run a runtime");

    let plants = runtime.spawn(water_plants());
    println!("spawned");
    runtime.block_on(async { sleep(Duration::from_millis(1_500)).await });
    println!("the first block_on is over");

    std::thread::sleep(Duration::from_secs(2));
    println!("two seconds later");
    runtime.block_on(plants).expect("watering does not panic");
    println!("the second block_on is over");
}

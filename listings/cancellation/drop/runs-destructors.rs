use std::time::Duration;
use tokio::time::{sleep, timeout};

struct Held(&'static str);

impl Drop for Held {
    fn drop(&mut self) {
        println!("- {} is let go", self.0);
    }
}

async fn dive(boat: Held) {
    let _rope = Held("the rope");
    println!("going down from {}", boat.0);
    sleep(Duration::from_secs(1)).await;

    let _lamp = Held("the lamp");
    println!("in the wreck");
    sleep(Duration::from_secs(1)).await;

    let _chest = Held("the chest");
    println!("coming up");
    sleep(Duration::from_secs(1)).await;
}

#[tokio::main]
async fn main() {
    let mut dive = Box::pin(dive(Held("the boat")));
    let storm = Duration::from_millis(1_500);
    let surfaced = timeout(storm, &mut dive).await.is_ok();
    println!("surfaced before the storm: {surfaced}");

    drop(dive);
    println!("dropped");
}

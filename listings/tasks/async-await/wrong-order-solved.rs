use std::time::Duration;
use tokio::time::{Sleep, sleep};

async fn step(number: u32, what: &str) {
    sleep(Duration::from_millis(500)).await;
    println!("{number}. {what}");
}

fn announce(number: u32, what: &str) -> Sleep {
    println!("{number}. {what}");
    sleep(Duration::from_millis(500))
}

#[tokio::main]
async fn main() {
    step(1, "light the oven").await;
    step(2, "knead the dough").await;
    announce(3, "hang out the menu").await;

    let loaves = [step(4, "bake the rye"), step(5, "bake the wheat")];
    let count = loaves.len();
    for loaf in loaves {
        loaf.await;
    }
    println!("6. {count} loaves are ready");
}

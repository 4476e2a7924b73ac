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
    let oven = step(1, "light the oven");
    let dough = step(2, "knead the dough");
    let menu = announce(3, "hang out the menu");
    let loaves = [step(4, "bake the rye"), step(5, "bake the wheat")];

    dough.await;
    oven.await;
    menu.await;
    println!("6. {} loaves are ready", loaves.len());
}

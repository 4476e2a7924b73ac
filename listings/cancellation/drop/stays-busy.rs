use std::cell::Cell;
use std::time::Duration;
use tokio::time::{sleep, timeout};

#[derive(Default)]
struct Oven {
    busy: Cell<bool>,
}

impl Oven {
    async fn bake(&self, cake: &str, millis: u64) {
        self.busy.set(true);
        sleep(Duration::from_millis(millis)).await;
        println!("{cake} is baked");
        self.busy.set(false);
    }
}

#[tokio::main]
async fn main() {
    let oven = Oven::default();
    let one_second = Duration::from_secs(1);

    for (cake, millis) in [("plum cake", 600), ("stollen", 3_000)] {
        let _ = timeout(one_second, oven.bake(cake, millis)).await;
        println!("after the {cake}, busy: {}", oven.busy.get());
    }
}

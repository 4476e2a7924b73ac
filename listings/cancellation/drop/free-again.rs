use std::cell::Cell;
use std::time::Duration;
use tokio::time::{sleep, timeout};

#[derive(Default)]
struct Oven {
    busy: Cell<bool>,
}

struct Baking<'a>(&'a Oven);

impl Drop for Baking<'_> {
    fn drop(&mut self) {
        self.0.busy.set(false);
    }
}

impl Oven {
    async fn bake(&self, cake: &str, millis: u64) {
        self.busy.set(true);
        let _baking = Baking(self);
        sleep(Duration::from_millis(millis)).await;
        println!("{cake} is baked");
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

use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{sleep, timeout};

struct Step(u32);

impl Drop for Step {
    fn drop(&mut self) {
        println!("step {} undone", self.0);
    }
}

async fn prepare() {
    println!("prepared");
}

async fn publish(page: &Mutex<String>) {
    let _first = Step(1);
    prepare().await;

    let _second = Step(2);
    let mut text = page.lock().await;
    text.push_str("draft");

    let _third = Step(3);
    sleep(Duration::from_millis(300)).await;

    let _fourth = Step(4);
    text.push_str(", final");
}

#[tokio::main]
async fn main() {
    let page = Mutex::new(String::new());
    let limit = Duration::from_millis(200);
    println!("in time: {}", timeout(limit, publish(&page)).await.is_ok());
    println!("page: {}", page.lock().await);
}

use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

struct Connection(&'static str);

impl Drop for Connection {
    fn drop(&mut self) {
        println!("{}: connection closed", self.0);
    }
}

async fn ask(mirror: &'static str, seconds: f64) -> String {
    let _connection = Connection(mirror);
    sleep(Duration::from_secs_f64(seconds)).await;
    format!("page from {mirror}")
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let mut group = JoinSet::new();
    group.spawn(ask("Oslo", 2.0));
    group.spawn(ask("Rome", 0.5));

    let first = group.join_next().await.expect("the group has members");
    println!("{}", first.expect("no mirror panics"));
    group.shutdown().await;
    println!("{:.1}s nobody is left", start.elapsed().as_secs_f64());
}

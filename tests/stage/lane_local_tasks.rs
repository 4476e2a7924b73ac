use std::rc::Rc;
use std::time::Duration;
use tokio::task::{JoinSet, LocalSet, spawn_local};
use tokio::time::sleep;

async fn nap(name: Rc<str>, millis: u64) {
    sleep(Duration::from_millis(millis)).await;
    println!("{name}");
}

#[tokio::main]
async fn main() {
    let local = LocalSet::new();
    let name: Rc<str> = "cat".into();
    local
        .run_until(async {
            let first = spawn_local(nap(name.clone(), 100));
            let mut set = JoinSet::new();
            set.spawn_local(nap(name.clone(), 50));
            set.spawn_local(nap(name, 200));
            first.await.unwrap();
            set.shutdown().await;
        })
        .await;
}

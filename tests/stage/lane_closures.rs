use std::time::Duration;
use tokio::task::{JoinSet, spawn_blocking};
use tokio::time::{Instant, sleep};

fn resize(name: &str, millis: u64) -> String {
    std::thread::sleep(Duration::from_millis(millis));
    println!("{name} is resized");
    std::thread::sleep(Duration::from_millis(millis));
    name.to_uppercase()
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let cat = spawn_blocking(|| resize("cat", 100));
    let dog = spawn_blocking(|| resize("dog", 100));
    tokio::spawn(async {
        for _ in 0..4 {
            sleep(Duration::from_millis(70)).await;
            println!("tick");
        }
    });
    println!("{} {}", cat.await.unwrap(), dog.await.unwrap());
    println!("{:?}", start.elapsed());

    let mut set = JoinSet::new();
    set.spawn_blocking(|| panic!("no picture"));
    println!("{}", set.join_next().await.unwrap().unwrap_err().is_panic());

    let late = spawn_blocking(|| println!("{}", resize("bird", 50)));
    sleep(Duration::from_millis(10)).await;
    late.abort();
    println!("main ends");
}

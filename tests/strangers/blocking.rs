use std::thread;
use std::time::Duration;
use tokio::task::{block_in_place, spawn_blocking};
use tokio::time::{Instant, sleep};

fn crunch(n: u32) -> u32 {
    thread::sleep(Duration::from_millis(50));
    println!("crunched {n}");
    n * n
}

async fn nested() -> u32 {
    block_in_place(|| {
        let inner = block_in_place(|| crunch(3));
        inner + 1
    })
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    println!("{}", spawn_blocking(|| crunch(2)).await.unwrap());
    println!("{}", nested().await);
    let task = tokio::spawn(async { block_in_place(move || crunch(4)) });
    println!("{}", task.await.unwrap());
    let error = spawn_blocking(|| { std::panic::set_hook(Box::new(|_| {})); crunch(5); panic!("blocked") });
    println!("{}", error.await.unwrap_err().is_panic());
    let start = Instant::now();
    let timer = sleep(Duration::from_millis(50));
    thread::sleep(Duration::from_millis(100));
    timer.await;
    println!("{:.1}", start.elapsed().as_secs_f64());
}

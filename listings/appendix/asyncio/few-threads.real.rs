use futures::future::join_all;
use std::thread;
use std::time::Duration;
use tokio::runtime::Builder;
use tokio::task::spawn_blocking;
use tokio::time::Instant;

fn compress(file: &str) -> String {
    thread::sleep(Duration::from_millis(300));
    format!("{file}.gz")
}

async fn compress_all() {
    let start = Instant::now();
    let files = ["a", "b", "c", "d"];
    let work = files.map(|file| spawn_blocking(|| compress(file)));
    for file in join_all(work).await {
        println!("{}", file.expect("compressing does not panic"));
    }
    println!("{:.1}s", start.elapsed().as_secs_f64());
}

fn main() {
    let runtime = Builder::new_multi_thread()
        .enable_all()
        .max_blocking_threads(2)
        .build()
        .expect("this system can run a runtime");
    runtime.block_on(compress_all());
}

use futures::future::join_all;
use std::collections::HashSet;
use std::thread::{self, ThreadId};
use std::time::Duration;
use tokio::runtime::Builder;
use tokio::task::spawn_blocking;

fn compress(file: &str) -> (String, ThreadId) {
    thread::sleep(Duration::from_millis(300));
    (format!("{file}.gz"), thread::current().id())
}

async fn compress_all() {
    let files = ["a", "b", "c", "d"];
    let work = files.map(|file| spawn_blocking(|| compress(file)));
    let mut threads = HashSet::new();
    for done in join_all(work).await {
        let (file, thread) = done.expect("compressing does not panic");
        println!("{file}");
        threads.insert(thread);
    }
    println!("on {} threads", threads.len());
}

fn main() {
    let runtime = Builder::new_multi_thread()
        .enable_all()
        .max_blocking_threads(2)
        .build()
        .expect("this system can run a runtime");
    runtime.block_on(compress_all());
}

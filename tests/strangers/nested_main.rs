use std::time::Duration;
use tokio::time::{Instant, sleep};

#[tokio::main]
async fn add(a: u32, b: &u32) -> u32 {
    sleep(Duration::from_millis(50)).await;
    tokio::spawn({ let b = *b; async move { a + b } }).await.unwrap()
}

struct Service {
    calls: u32,
}

impl Service {
    #[tokio::main(flavor = "multi_thread", worker_threads = 2)]
    async fn call<T: Into<String>>(&mut self, name: T) -> Result<String, std::fmt::Error> {
        self.calls += 1;
        sleep(Duration::from_millis(50)).await;
        Ok(format!("{} #{}", name.into(), self.calls))
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn long() -> u64 {
    let start = Instant::now();
    sleep(Duration::from_secs(3600)).await;
    start.elapsed().as_secs()
}

fn main() {
    println!("{}", add(1, &2));
    let mut service = Service { calls: 0 };
    println!("{:?} {:?}", service.call("a"), service.call(String::from("b")));
    println!("{}", long());
    #[tokio::main]
    async fn inner() {
        println!("{:?}", tokio::join!(async { sleep(Duration::from_millis(50)).await }, async { 2 }));
    }
    inner();
    mod hidden {
        #[::tokio::main]
        pub async fn run() -> impl Iterator<Item = u8> { [1u8, 2].into_iter() }
    }
    println!("{:?}", hidden::run().collect::<Vec<_>>());
}

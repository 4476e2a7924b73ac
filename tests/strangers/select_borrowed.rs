use std::future::{Future, ready};
use std::pin::{Pin, pin};
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn count(name: &str, steps: u32, log: &mut Vec<String>) -> u32 {
    for step in 0..steps {
        sleep(Duration::from_millis(50)).await;
        log.push(format!("{name}{step}"));
    }
    steps
}

async fn race(mut a: Pin<&mut dyn Future<Output = u32>>, b: &mut (dyn Future<Output = u32> + Unpin)) -> u32 {
    tokio::select! { x = &mut a => x, y = b => y }
}

#[tokio::main]
async fn main() {
    let mut log = Vec::new();
    let mut task = Box::pin(count("a", 3, &mut log));
    let mut timer = pin!(sleep(Duration::from_millis(30)));
    let mut rounds = 0;
    let steps = loop {
        tokio::select! {
            steps = &mut task => break steps,
            () = timer.as_mut(), if !timer.is_elapsed() => {
                rounds += 1;
                if rounds < 2 { timer.as_mut().reset(Instant::now() + Duration::from_millis(30)) }
            }
        }
    };
    drop(task);
    println!("{steps} {rounds} {log:?}");
    // The temporaries of a branch live as long as the macro.
    println!("{}", tokio::select! { x = &mut Box::pin(async { 1 }) => x, _ = sleep(Duration::from_secs(1)) => 0 });
    println!("{}", tokio::select! { x = pin!(async { 2 }) => x, y = &mut ready(2) => y });
    println!("{}", race(pin!(async { sleep(Duration::from_millis(50)).await; 3 }), &mut std::future::pending()).await);
    let mut kept = tokio::spawn(async { sleep(Duration::from_millis(100)).await; "kept" });
    tokio::select! { _ = &mut kept => println!("too early"), _ = sleep(Duration::from_millis(20)) => println!("waiting") }
    println!("{}", kept.await.unwrap());
    let future = async { 5 };
    tokio::pin!(future);
    println!("{}", tokio::select! { x = &mut future => x });
    tokio::pin! { let other = async { 6 }; }
    println!("{:?}", tokio::join!(&mut other, ready(())));
    let mut text = String::from("t");
    tokio::select! { _ = async { text.push('u') } => text.push('v'), _ = sleep(Duration::from_secs(9)) => text.clear() }
    println!("{text}");
}

use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{interval, sleep};

async fn early(limit: u64) -> Option<u64> {
    let mut n = 0;
    loop {
        tokio::select! {
            _ = sleep(Duration::from_millis(80)) => n += 1,
            _ = sleep(Duration::from_millis(1)), if n >= limit => return Some(n),
        }
        if n > 100 {
            return None;
        }
    }
}

async fn question(text: &str) -> Result<i32, std::num::ParseIntError> {
    let number = tokio::select! {
        number = async { text.parse::<i32>() } => number?,
        _ = sleep(Duration::from_secs(5)) => -1,
    };
    Ok(number * 2)
}

#[tokio::main]
async fn main() {
    println!("{:?}", early(3).await);
    println!("{:?} {}", question("21").await, question("x").await.is_err());
    let (sender, mut receiver) = mpsc::channel(8);
    tokio::spawn(async move {
        for n in 0..5 {
            sender.send(n).await.unwrap();
            sleep(Duration::from_millis(50)).await;
        }
    });
    let mut ticks = interval(Duration::from_secs(60));
    ticks.tick().await;
    let found = 'outer: loop {
        let seen = 'inner: {
            tokio::select! {
                Some(n) = receiver.recv() => match n {
                    0 => continue 'outer,
                    1 => break 'inner "one",
                    2 => { println!("two"); continue 'outer }
                    n => break 'outer n,
                },
                _ = ticks.tick() => unreachable!("a minute"),
            };
        };
        println!("{seen}");
    };
    println!("found {found}");
    while let Some(n) = tokio::select! { n = receiver.recv() => n } {
        println!("rest {n}");
    }
    let label = loop { break tokio::select! { x = async { 5 } => break x * 2, () = std::future::pending() => 0 } };
    println!("{label}");
}

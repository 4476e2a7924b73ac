use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn step(name: &str, seconds: f64) {
    sleep(Duration::from_secs_f64(seconds)).await;
    println!("{name} took {seconds:.1}s");
}

async fn in_waves() {
    tokio::join!(step("boil", 0.8), step("heat", 0.3));
    tokio::join!(step("steep", 0.6), step("bacon", 0.9), step("eggs", 1.3));
    step("serve", 0.3).await;
}

async fn in_chains() {
    let tea = async {
        step("boil", 0.8).await;
        step("steep", 0.6).await;
    };
    let pan = async {
        step("heat", 0.3).await;
        tokio::join!(step("bacon", 0.9), step("eggs", 1.3));
    };
    tokio::join!(tea, pan);
    step("serve", 0.3).await;
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    in_waves().await;
    println!("waves: {:.1}s", start.elapsed().as_secs_f64());

    let start = Instant::now();
    in_chains().await;
    println!("chains: {:.1}s", start.elapsed().as_secs_f64());
}

use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep};

fn try_take(n: &mut i32) -> bool {
    let there = *n >= 1;
    if there {
        *n -= 1;
    }
    there
}

async fn buy(cakes: &watch::Sender<i32>) {
    let start = Instant::now();
    let mut count = cakes.subscribe();
    loop {
        count.wait_for(|n| *n >= 1).await.expect("the sender stays");
        println!("a customer has seen a cake, and walks to the counter");
        sleep(Duration::from_secs_f64(0.3)).await;
        if cakes.send_if_modified(try_take) {
            break;
        }
    }
    println!(
        "{:.1}s a customer has a cake",
        start.elapsed().as_secs_f64()
    );
}

#[tokio::main]
async fn main() {
    let cakes = watch::Sender::new(0);
    let baker = async {
        for _ in 0..2 {
            sleep(Duration::from_secs_f64(0.5)).await;
            cakes.send_modify(|n| *n += 1);
        }
    };
    tokio::join!(buy(&cakes), buy(&cakes), baker);
    println!("cakes left: {}", *cakes.borrow());
}

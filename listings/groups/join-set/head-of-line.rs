use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

async fn check_payment(order: u32, millis: u64) -> (u32, bool) {
    sleep(Duration::from_millis(millis)).await;
    (order, order != 3)
}

async fn pack(order: u32) -> u32 {
    sleep(Duration::from_millis(500)).await;
    order
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let mut checks = Vec::new();
    for (order, millis) in [(1, 900), (2, 100), (3, 200), (4, 300)] {
        checks.push(tokio::spawn(check_payment(order, millis)));
    }

    let mut packing = JoinSet::new();
    for check in checks {
        let (order, is_paid) = check.await.expect("no check panics");
        if is_paid {
            println!("{:.1}s pack {order}", start.elapsed().as_secs_f64());
            packing.spawn(pack(order));
        }
    }
    println!("{} parcels", packing.join_all().await.len());
    println!("total {:.1}s", start.elapsed().as_secs_f64());
}

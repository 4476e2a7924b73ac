use futures::FutureExt;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    let (tx, rx) = oneshot::channel();
    let rate = rx.shared();

    let mut tills = Vec::new();
    for till in ["north", "south", "west"] {
        let rate = rate.clone();
        tills.push(tokio::spawn(async move {
            let rate: f64 = rate.await.expect("the bank answers");
            format!("till {till}: 50 euros are {:.2} dollars", 50.0 * rate)
        }));
    }

    sleep(Duration::from_secs_f64(0.5)).await;
    tx.send(1.08).expect("the tills wait for it");
    for till in tills {
        println!("{}", till.await.expect("tills do not panic"));
    }
    println!("and again: {:?}", rate.await);
}

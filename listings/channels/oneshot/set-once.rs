use std::sync::Arc;
use std::time::Duration;
use tokio::sync::SetOnce;
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    let rate = Arc::new(SetOnce::new());

    let mut tills = Vec::new();
    for till in ["north", "south", "west"] {
        let rate = Arc::clone(&rate);
        tills.push(tokio::spawn(async move {
            let rate: &f64 = rate.wait().await;
            format!("till {till}: 50 euros are {:.2} dollars", 50.0 * rate)
        }));
    }

    sleep(Duration::from_secs_f64(0.5)).await;
    println!("first set: {:?}", rate.set(1.08));
    println!("second set: {:?}", rate.set(1.23));
    for till in tills {
        println!("{}", till.await.expect("tills do not panic"));
    }
    println!("and again: {:?} {:?}", rate.wait().await, rate.get());
}

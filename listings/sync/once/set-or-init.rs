use std::time::Duration;
use tokio::sync::{OnceCell, SetOnce};
use tokio::time::{Instant, sleep};

async fn measure() -> u32 {
    sleep(Duration::from_secs_f64(0.5)).await;
    21
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let at = || format!("{:.1}s", start.elapsed().as_secs_f64());

    let pulled = OnceCell::new();
    let reader = async {
        let value = pulled.get_or_init(measure).await;
        println!("{} OnceCell: {value}", at());
    };
    let other = async {
        sleep(Duration::from_secs_f64(0.2)).await;
        println!("{} OnceCell set: {:?}", at(), pulled.set(30));
    };
    tokio::join!(reader, other);
    println!("{} OnceCell set: {:?}", at(), pulled.set(40));

    let pushed = SetOnce::new();
    let reader = async {
        let value = pushed.wait().await;
        println!("{} SetOnce: {value}", at());
    };
    let other = async {
        sleep(Duration::from_secs_f64(0.2)).await;
        println!("{} SetOnce set: {:?}", at(), pushed.set(30));
    };
    tokio::join!(reader, other);
    println!("{} SetOnce set: {:?}", at(), pushed.set(40));
}

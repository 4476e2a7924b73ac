use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn author() -> String {
    sleep(Duration::from_millis(300)).await;
    "Herman Melville".to_string()
}

async fn price_in_cents() -> u32 {
    sleep(Duration::from_millis(600)).await;
    1_250
}

#[tokio::main]
async fn main() {
    let start = Instant::now();

    let in_stock = async {
        sleep(Duration::from_millis(250)).await;
        println!("shop counted");
        sleep(Duration::from_millis(250)).await;
        println!("warehouse counted");
        true
    };
    let book: (String, u32, bool) =
        tokio::join!(author(), price_in_cents(), in_stock);

    println!("{book:?}");
    println!("total {:.1}s", start.elapsed().as_secs_f64());
}

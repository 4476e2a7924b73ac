use futures::future::try_join_all;
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn inspect(parcel: u32) -> Result<u32, String> {
    if parcel == 5 {
        sleep(Duration::from_millis(100)).await;
        return Err(format!("parcel {parcel} is damaged"));
    }
    sleep(Duration::from_secs(1)).await;
    Ok(parcel)
}

#[tokio::main]
async fn main() {
    for count in [30, 31] {
        let start = Instant::now();
        let all = try_join_all((1..=count).map(inspect)).await;
        let error = all.expect_err("parcel 5 is damaged");
        let seconds = start.elapsed().as_secs_f64();
        println!("{count} parcels, {seconds:.1}s: {error}");
    }
}

use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

#[tokio::main]
async fn main() {
    let stop = CancellationToken::new();
    let upload = async {
        println!("upload begins");
        sleep(Duration::from_secs(1)).await;
        "uploaded"
    };
    let cancel = async {
        sleep(Duration::from_millis(500)).await;
        stop.cancel();
    };
    let (during, ()) = tokio::join!(stop.run_until_cancelled(upload), cancel);
    println!("cancelled in the middle: {during:?}");

    let stop = CancellationToken::new();
    let last_step = async {
        stop.cancel();
        "uploaded"
    };
    let tie = stop.run_until_cancelled(last_step).await;
    println!("ready and cancelled at once: {tie:?}");

    let upload = async {
        println!("upload begins");
        "uploaded"
    };
    let before = stop.run_until_cancelled(upload).await;
    println!("cancelled before: {before:?}");
}

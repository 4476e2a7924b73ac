use std::time::Duration;
use tokio::time::sleep;

struct Draft;

impl Drop for Draft {
    fn drop(&mut self) {
        println!("draft thrown away");
    }
}

async fn write_report() {
    let _draft = Draft;
    println!("writing");
    sleep(Duration::from_secs(10)).await;
    println!("report sent");
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let report = tokio::spawn(write_report());
    sleep(Duration::from_millis(500)).await;

    report.abort();
    println!("aborted; finished: {}", report.is_finished());

    let error = report.await.expect_err("aborted before its end");
    println!("cancelled: {}", error.is_cancelled());
}

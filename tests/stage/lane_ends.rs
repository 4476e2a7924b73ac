use std::time::Duration;
use tokio::time::sleep;

async fn nap(millis: u64) {
    sleep(Duration::from_millis(millis)).await;
}

#[tokio::main]
async fn main() {
    let aborted = tokio::spawn(nap(900));
    let detached = tokio::spawn(nap(900));
    let panics = tokio::spawn(async {
        nap(200).await;
        panic!("burnt");
    });
    nap(100).await;
    aborted.abort();
    println!("{}", aborted.await.unwrap_err().is_cancelled());
    println!("{}", panics.await.unwrap_err().is_panic());
    drop(detached);
    nap(100).await;
}

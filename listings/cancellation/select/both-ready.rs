use futures::future::join_all;
use std::collections::BTreeSet;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::sleep;

async fn evening() -> &'static str {
    let (brio, reply) = oneshot::channel();
    let too_long = sleep(Duration::from_millis(200));
    brio.send("a table").expect("we wait for the answer");
    sleep(Duration::from_millis(400)).await;

    tokio::select! {
        answer = reply => answer.expect("Brio has answered"),
        () = too_long => "gave up",
    }
}

#[tokio::main]
async fn main() {
    let evenings = (0..30).map(|_| evening());
    let outcomes: BTreeSet<_> = join_all(evenings).await.into_iter().collect();
    println!("{outcomes:?}");
}

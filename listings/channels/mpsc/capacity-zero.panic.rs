use tokio::sync::mpsc;

#[tokio::main]
async fn main() {
    println!("opening a queue without a limit");
    let (tx, _rx) = mpsc::channel(0);
    tx.send(310).await.expect("the log is open");
}

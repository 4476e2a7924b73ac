use tokio::sync::mpsc;

async fn worker(name: &str, mut orders: mpsc::Receiver<u32>) {
    while let Some(order) = orders.recv().await {
        println!("{name}: order {order}");
    }
}

#[tokio::main]
async fn main() {
    let (tx, rx) = mpsc::channel(8);
    tokio::spawn(worker("Ann", rx.clone()));
    tokio::spawn(worker("Ben", rx));
    for order in 1..=4 {
        tx.send(order).await.expect("a worker is there");
    }
}

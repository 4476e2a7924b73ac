use std::time::Duration;
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::time::sleep;

#[derive(Clone)]
struct Change {
    by: i32,
    stock: i32,
}

async fn display(mut changes: broadcast::Receiver<Change>) -> i32 {
    let mut shown = 100;
    loop {
        match changes.recv().await {
            Ok(change) => {
                shown = change.stock;
                println!("{:+}, now {shown}", change.by);
                sleep(Duration::from_millis(900)).await;
            }
            Err(RecvError::Lagged(missed)) => println!("missed {missed}"),
            Err(RecvError::Closed) => return shown,
        }
    }
}

#[tokio::main]
async fn main() {
    let (warehouse, changes) = broadcast::channel(4);
    let display = tokio::spawn(display(changes));

    let mut stock = 100;
    for by in [-8, 20, -5, -30, 12, -9, -1, 6] {
        stock += by;
        let change = Change { by, stock };
        assert!(warehouse.send(change).is_ok(), "the display listens");
        sleep(Duration::from_millis(200)).await;
    }
    drop(warehouse);

    let shown = display.await.expect("the display does not panic");
    println!("shown {shown}, in stock {stock}");
}

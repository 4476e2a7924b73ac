use tokio::sync::{mpsc, oneshot};

const PATIENCE: u32 = 1_000;

async fn serve() -> Option<u32> {
    let (again, mut orders) = mpsc::channel(1);
    let (close, mut closing) = oneshot::channel();
    again.try_send("soup").expect("there is room for one");
    close.send(()).expect("the kitchen listens");

    for served in 0..PATIENCE {
        tokio::select! {
            biased;
            _ = &mut closing => return Some(served),
            Some(dish) = orders.recv() => {
                again.try_send(dish).expect("there is room for one");
            }
        }
    }
    None
}

#[tokio::main]
async fn main() {
    match serve().await {
        Some(served) => println!("closed after {served} orders"),
        None => println!("still open after {PATIENCE} orders"),
    }
}

use tokio::sync::mpsc;

#[derive(Debug)]
struct Ticket(u32);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("  ticket {} torn up", self.0);
    }
}

#[tokio::main]
async fn main() {
    let (tx, mut rx) = mpsc::channel(2);
    println!("get: {}", rx.try_recv().expect_err("nothing is in it"));
    tx.send(Ticket(1)).await.expect("the kitchen is open");
    tx.send(Ticket(2)).await.expect("the kitchen is open");
    println!("{} in the queue, room for {}", rx.len(), tx.capacity());
    println!("put: {}", tx.try_send(Ticket(3)).expect_err("it is full"));

    println!("close");
    rx.close();
    println!("put: {}", tx.try_send(Ticket(4)).expect_err("closed"));
    while let Some(ticket) = rx.recv().await {
        println!("cooked: {}", ticket.0);
    }
    println!("get: {}", rx.try_recv().expect_err("nothing is in it"));

    let (tx, rx) = mpsc::channel(2);
    tx.send(Ticket(5)).await.expect("the kitchen is open");
    println!("drop the receiver");
    drop(rx);
    println!("put: {}", tx.send(Ticket(6)).await.is_ok());
}

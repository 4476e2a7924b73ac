use tokio::sync::oneshot;

#[tokio::main]
async fn main() {
    let (sender, receiver) = oneshot::channel::<u8>();
    println!("waiting");
    let _ = receiver.await;
    drop(sender);
}

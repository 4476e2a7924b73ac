use tokio::sync::broadcast;

#[tokio::main]
async fn main() {
    let (speaker, first) = broadcast::channel(4);
    println!("{:?}", speaker.send("doors open"));

    drop(first);
    println!("{:?}", speaker.send("kitchen closes"));

    let mut guest = speaker.subscribe();
    println!("{:?}", speaker.send("last orders"));
    println!("guest: {:?}", guest.recv().await);
}

use tokio::sync::broadcast;

#[tokio::main]
async fn main() {
    let (radio, mut harbor) = broadcast::channel(16);
    radio
        .send("gale from the west")
        .expect("the harbor listens");

    let mut ferry = radio.subscribe();
    let mut pilot = harbor.resubscribe();
    radio.send("gale easing").expect("three listen");

    println!("ferry: {:?}", ferry.recv().await);
    println!("pilot: {:?}", pilot.recv().await);
    println!("harbor: {:?}", harbor.recv().await);
    println!("harbor: {:?}", harbor.recv().await);
}

use std::time::Duration;
use tokio::sync::watch;
use tokio::time::sleep;

async fn buy(cakes: &watch::Sender<i32>) {
    let mut count = cakes.subscribe();
    count.wait_for(|n| *n >= 1).await.expect("the sender stays");
    println!("a customer has seen a cake, and walks to the counter");
    sleep(Duration::from_secs_f64(0.3)).await;
    cakes.send_modify(|n| *n -= 1);
}

#[tokio::main]
async fn main() {
    let cakes = watch::Sender::new(0);
    let baker = async {
        sleep(Duration::from_secs_f64(0.5)).await;
        cakes.send_modify(|n| *n += 1);
    };
    tokio::join!(buy(&cakes), buy(&cakes), baker);
    println!("cakes left: {}", *cakes.borrow());
}

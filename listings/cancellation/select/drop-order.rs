use std::time::Duration;
use tokio::time::sleep;

struct Call(&'static str);

impl Drop for Call {
    fn drop(&mut self) {
        println!("the call to {} ends", self.0);
    }
}

async fn ask(restaurant: &'static str, millis: u64) {
    let _call = Call(restaurant);
    sleep(Duration::from_millis(millis)).await;
    println!("{restaurant} answers");
}

async fn walk_to(restaurant: &str) {
    println!("walking to {restaurant}");
    sleep(Duration::from_millis(800)).await;
    println!("dinner at {restaurant}");
}

#[tokio::main]
async fn main() {
    tokio::select! {
        () = ask("Alba", 900) => walk_to("Alba").await,
        () = ask("Brio", 400) => walk_to("Brio").await,
    }
}

use std::thread;
use std::time::Duration;
use tokio::task::spawn_blocking;
use tokio::time::sleep;

fn shrink(photo: &str) -> String {
    thread::sleep(Duration::from_millis(400));
    println!("{photo} is shrunk");
    format!("small {photo}")
}

#[tokio::main]
async fn main() {
    let cat = spawn_blocking(|| shrink("cat"));
    sleep(Duration::from_millis(200)).await;
    cat.abort();
    println!("cat aborted");
    match cat.await {
        Ok(photo) => println!("result: {photo}"),
        Err(error) => println!("cancelled: {}", error.is_cancelled()),
    }

    let dog = spawn_blocking(|| shrink("dog"));
    sleep(Duration::from_millis(200)).await;
    dog.abort();
    println!("dog aborted, main ends");
}

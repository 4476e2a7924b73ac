use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::sleep;

async fn develop(photo: &str, millis: u64) -> String {
    sleep(Duration::from_millis(millis)).await;
    assert!(photo != "blank", "nothing on the film");
    println!("{photo} developed");
    format!("print of {photo}")
}

async fn develop_all() -> Vec<String> {
    let mut darkroom = JoinSet::new();
    for (photo, millis) in [("bridge", 100), ("blank", 200), ("tower", 300)] {
        darkroom.spawn(develop(photo, millis));
    }
    let mut prints = Vec::new();
    while let Some(result) = darkroom.join_next().await {
        match result {
            Ok(print) => prints.push(print),
            Err(error) => println!("one lost, panic: {}", error.is_panic()),
        }
    }
    prints
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{:?}", develop_all().await);
}

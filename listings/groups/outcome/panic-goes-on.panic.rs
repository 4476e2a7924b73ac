use std::panic::resume_unwind;
use std::time::Duration;
use tokio::time::sleep;

async fn fetch_from_shelf(shelf: usize) -> &'static str {
    let shelves = ["flour", "sugar", "yeast"];
    sleep(Duration::from_millis(100)).await;
    shelves[shelf]
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let robot = tokio::spawn(fetch_from_shelf(3));
    let error = robot.await.expect_err("there is no shelf 3");

    let payload = error.into_panic();
    if let Some(message) = payload.downcast_ref::<String>() {
        println!("the robot's last words: {message}");
    }
    resume_unwind(payload);
}

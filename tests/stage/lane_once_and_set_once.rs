use std::time::Duration;
use tokio::sync::{OnceCell, SetOnce};
use tokio::time::sleep;

static MENU: OnceCell<u32> = OnceCell::const_new();
static BELL: SetOnce<&str> = SetOnce::const_new();

async fn menu() -> u32 {
    *MENU
        .get_or_init(|| async {
            sleep(Duration::from_millis(100)).await;
            7
        })
        .await
}

#[tokio::main]
async fn main() {
    let guest = tokio::spawn(async { BELL.wait().await });
    let both = tokio::join!(menu(), menu());
    BELL.set("open").unwrap();
    println!("{both:?} {}", guest.await.unwrap());
}

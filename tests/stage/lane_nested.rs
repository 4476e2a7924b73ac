use std::time::Duration;
use tokio::time::sleep;

async fn nap(millis: u64) {
    sleep(Duration::from_millis(millis)).await;
}

async fn both(millis: u64) {
    tokio::join!(nap(millis), nap(2 * millis));
}

#[tokio::main]
async fn main() -> Result<(), ()> {
    tokio::join!(both(50), async { tokio::join!(nap(30), both(100)) });
    let (_, ()) = tokio::try_join!(
        async {
            nap(10).await;
            Ok::<_, ()>(())
        },
        async {
            nap(20).await;
            Ok(())
        },
    )?;
    Ok(())
}

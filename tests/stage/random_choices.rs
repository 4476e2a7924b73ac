use tokio::sync::watch;

#[tokio::main]
async fn main() {
    let mut winners = String::new();
    for _ in 0..40 {
        tokio::select! {
            _ = async {} => winners.push('a'),
            _ = async {} => winners.push('b'),
            _ = async {} => winners.push('c'),
        }
    }
    println!("{winners}");
    let (bell, _) = watch::channel(());
    let waiters: Vec<_> = (0..12)
        .map(|waiter| {
            let mut bell = bell.subscribe();
            tokio::spawn(async move {
                bell.changed().await.unwrap();
                println!("waiter {waiter}");
            })
        })
        .collect();
    tokio::task::yield_now().await;
    bell.send_replace(());
    for waiter in waiters {
        waiter.await.unwrap();
    }
}

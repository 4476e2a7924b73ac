use std::time::Duration;
use tokio::sync::RwLock;
use tokio::time::sleep;

async fn publish(page: &RwLock<Vec<&str>>, keep: bool) {
    let mut draft = page.write().await;
    sleep(Duration::from_millis(300)).await;
    draft.push("Ada's line");

    let page = if keep {
        draft.downgrade()
    } else {
        drop(draft);
        page.read().await
    };
    println!("published: {page:?}");
    sleep(Duration::from_millis(500)).await;
}

async fn read(page: &RwLock<Vec<&str>>) {
    sleep(Duration::from_millis(100)).await;
    let _page = page.read().await;
    sleep(Duration::from_millis(100)).await;
}

async fn add(page: &RwLock<Vec<&str>>) {
    sleep(Duration::from_millis(200)).await;
    page.write().await.push("Ben's line");
}

#[tokio::main]
async fn main() {
    for keep in [true, false] {
        println!("downgrade: {keep}");
        let page = RwLock::new(vec![]);
        tokio::join!(publish(&page, keep), read(&page), add(&page));
    }
}

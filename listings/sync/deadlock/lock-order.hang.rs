use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::sleep;

type Libraries = Arc<[Mutex<u32>; 2]>;

async fn lend(books: Libraries, from: usize, to: usize, count: u32) {
    let mut from = books[from].lock().await;
    sleep(Duration::from_millis(100)).await;
    let mut to = books[to].lock().await;
    *from -= count;
    *to += count;
}

#[tokio::main]
async fn main() {
    let books = Arc::new([Mutex::new(40), Mutex::new(60)]);
    let there = tokio::spawn(lend(books.clone(), 0, 1, 3));
    let back = tokio::spawn(lend(books.clone(), 1, 0, 5));
    there.await.expect("lending does not panic");
    back.await.expect("lending does not panic");
    println!("{} books", books[0].lock().await);
    println!("{} books", books[1].lock().await);
}

use tokio::task::JoinSet;

async fn invite(guest: &str) -> String {
    format!("dear {guest}")
}

#[tokio::main]
async fn main() {
    let mut letters = JoinSet::new();
    for guest in ["Ada".to_string(), "Ben".to_string()] {
        letters.spawn(async { invite(&guest).await });
    }
    println!("{} letters", letters.join_all().await.len());
}

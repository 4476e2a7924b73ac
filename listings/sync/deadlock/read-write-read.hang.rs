use std::sync::Arc;
use std::time::Duration;
use tokio::sync::RwLock;
use tokio::time::sleep;

type Atlas = Arc<RwLock<Vec<&'static str>>>;

async fn draw(atlas: Atlas, page: usize) {
    sleep(Duration::from_millis(200)).await;
    println!("page {page}: {}", atlas.read().await[page]);
}

async fn print_all(atlas: Atlas) {
    let pages = atlas.read().await;
    for page in 0..pages.len() {
        let drawing = tokio::spawn(draw(atlas.clone(), page));
        drawing.await.expect("drawing does not panic");
    }
}

async fn rename(atlas: Atlas) {
    sleep(Duration::from_millis(300)).await;
    atlas.write().await[2] = "Faroe Islands";
}

#[tokio::main]
async fn main() {
    let pages = vec!["Iceland", "Norway", "Faeroes"];
    let atlas = Arc::new(RwLock::new(pages));
    let renaming = tokio::spawn(rename(atlas.clone()));
    print_all(atlas).await;
    renaming.await.expect("renaming does not panic");
    println!("all is printed");
}

use std::time::Duration;
use tokio::time::sleep;
use tokio_util::task::JoinMap;

async fn render(page: &str, millis: u64) -> String {
    sleep(Duration::from_millis(millis)).await;
    println!("rendered {page}");
    format!("image of {page}")
}

#[tokio::main]
async fn main() {
    let mut previews = JoinMap::new();
    previews.spawn("cover", render("cover, first draft", 300));
    previews.spawn("index", render("index", 200));
    previews.spawn("map", render("map", 500));
    sleep(Duration::from_millis(100)).await;

    previews.spawn("cover", render("cover, second draft", 300));
    previews.abort("map");
    println!("{} previews", previews.len());

    while let Some((page, result)) = previews.join_next().await {
        match result {
            Ok(image) => println!("{page}: {image}"),
            Err(error) => {
                println!("{page}: cancelled {}", error.is_cancelled())
            }
        }
    }
}

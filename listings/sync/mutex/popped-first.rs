use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::sleep;

async fn links_on(page: &str) -> Vec<&'static str> {
    sleep(Duration::from_millis(100)).await;
    match page {
        "home" => vec!["menu", "contact"],
        _ => vec![],
    }
}

#[tokio::main]
async fn main() {
    let to_visit = Mutex::new(vec!["home"]);

    loop {
        let next = to_visit.lock().await.pop();
        let Some(page) = next else { break };
        println!("visiting {page}");
        for link in links_on(page).await {
            to_visit.lock().await.push(link);
        }
    }
    println!("all pages visited");
}

use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::timeout;

async fn download(mirror: &str) -> Option<String> {
    (mirror != "oslo").then(|| format!("the file from {mirror}"))
}

#[tokio::main]
async fn main() {
    let (tx, rx) = oneshot::channel();
    tokio::spawn(async move {
        for mirror in ["oslo", "berlin"] {
            if let Some(file) = download(mirror).await {
                let _ = tx.send(file);
            }
        }
    });
    for look in 1..=3 {
        let answer = timeout(Duration::from_secs(1), rx).await;
        println!("look {look}: {answer:?}");
    }
}

use std::collections::HashMap;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, sleep};

struct Get {
    page: &'static str,
    reply: oneshot::Sender<String>,
}

async fn load(page: &str) -> String {
    println!("loading {page}");
    sleep(Duration::from_secs(1)).await;
    format!("<{page}>")
}

async fn cache(mut mailbox: mpsc::Receiver<Get>) {
    let mut pages = HashMap::new();
    while let Some(Get { page, reply }) = mailbox.recv().await {
        if !pages.contains_key(page) {
            pages.insert(page, load(page).await);
        }
        let _ = reply.send(pages[page].clone());
    }
}

async fn read(page: &'static str, cache: mpsc::Sender<Get>) -> String {
    let start = Instant::now();
    let (reply, answer) = oneshot::channel();
    cache
        .send(Get { page, reply })
        .await
        .expect("the cache is there");
    let text = answer.await.expect("the cache answers");
    format!("{text} after {:.1}s", start.elapsed().as_secs_f64())
}

#[tokio::main]
async fn main() {
    let (sender, mailbox) = mpsc::channel(8);
    tokio::spawn(cache(mailbox));

    let mut readers = Vec::new();
    for page in ["home", "home", "news", "home"] {
        readers.push(tokio::spawn(read(page, sender.clone())));
        sleep(Duration::from_millis(400)).await;
    }
    for reader in readers {
        println!("{}", reader.await.expect("a reader does not panic"));
    }
}

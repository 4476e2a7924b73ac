use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::sleep;

struct Config {
    currency: String,
}

async fn answer(request: u32, settings: watch::Receiver<Arc<Config>>) {
    let config = settings.borrow().clone();
    sleep(Duration::from_millis(600)).await;
    println!("request {request}: 5.00 {}", config.currency);
}

async fn reload(settings: watch::Sender<Arc<Config>>) {
    sleep(Duration::from_millis(700)).await;
    let currency = "CHF".to_string();
    settings.send_replace(Arc::new(Config { currency }));
    println!("configuration reloaded");
}

#[tokio::main]
async fn main() {
    let currency = "EUR".to_string();
    let (sender, settings) = watch::channel(Arc::new(Config { currency }));
    let mut server = JoinSet::new();
    server.spawn(reload(sender));

    for request in 1..=4 {
        server.spawn(answer(request, settings.clone()));
        sleep(Duration::from_millis(400)).await;
    }
    server.join_all().await;
}

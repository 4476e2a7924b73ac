use std::time::Duration;
use tokio::sync::OnceCell;
use tokio::time::{Instant, sleep};

#[derive(Default)]
struct Bank {
    session: OnceCell<String>,
}

impl Bank {
    async fn session(&self) -> &str {
        self.session.get_or_init(log_in).await
    }
}

async fn log_in() -> String {
    println!("logging in");
    sleep(Duration::from_secs(1)).await;
    "session 7".to_string()
}

async fn ask(what: &str, at: f64, takes: f64, bank: &Bank) {
    let start = Instant::now();
    sleep(Duration::from_secs_f64(at)).await;
    let session = bank.session().await;
    sleep(Duration::from_secs_f64(takes)).await;
    let now = start.elapsed().as_secs_f64();
    println!("{now:.1}s {what}, by {session}");
}

#[tokio::main]
async fn main() {
    let bank = Bank::default();
    println!("the program starts");
    tokio::join!(
        ask("balance", 0.3, 0.4, &bank),
        ask("transfers", 0.6, 0.2, &bank),
        ask("statement", 1.8, 0.3, &bank),
    );
}

use futures::future::join_all;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::{sleep, timeout};

enum NoQuote {
    Refused(String),
    Vanished,
    TooLate,
}

async fn office(name: &str, reply: oneshot::Sender<Result<u32, String>>) {
    let (seconds, quote) = match name {
        "Swift" => (0.3, Ok(25)),
        "Hollow" => (0.5, Err("no road leads there".to_string())),
        "Snail" => (5.0, Ok(5)),
        _ => return,
    };
    sleep(Duration::from_secs_f64(seconds)).await;
    let _ = reply.send(quote);
}

async fn ask(name: &'static str) -> Result<u32, NoQuote> {
    let (tx, rx) = oneshot::channel();
    tokio::spawn(office(name, tx));
    match timeout(Duration::from_secs(1), rx).await {
        Ok(Ok(Ok(price))) => Ok(price),
        Ok(Ok(Err(reason))) => Err(NoQuote::Refused(reason)),
        Ok(Err(_)) => Err(NoQuote::Vanished),
        Err(_) => Err(NoQuote::TooLate),
    }
}

#[tokio::main]
async fn main() {
    let names = ["Swift", "Hollow", "Brick", "Snail"];
    let answers = join_all(names.map(ask)).await;
    for (name, answer) in names.iter().zip(answers) {
        match answer {
            Ok(price) => println!("{name}: {price} euros"),
            Err(NoQuote::Refused(reason)) => println!("{name}: {reason}"),
            Err(NoQuote::Vanished) => println!("{name}: nobody there"),
            Err(NoQuote::TooLate) => println!("{name}: too slow"),
        }
    }
}

use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::sleep;

struct Declined {
    missing: u32,
}

async fn card_terminal(
    card: &str,
    reply: oneshot::Sender<Result<u32, Declined>>,
) {
    sleep(Duration::from_secs_f64(0.5)).await;
    let answer = match card {
        "gold card" => Ok(4711),
        "blue card" => Err(Declined { missing: 30 }),
        _ => return, // cannot be read: there is no answer to give
    };
    let _ = reply.send(answer);
}

#[tokio::main]
async fn main() {
    for card in ["gold card", "blue card", "bent card"] {
        let (tx, rx) = oneshot::channel();
        tokio::spawn(card_terminal(card, tx));
        match rx.await {
            Ok(Ok(code)) => println!("{card}: approved with code {code}"),
            Ok(Err(Declined { missing })) => {
                println!("{card}: declined, {missing} euros are missing")
            }
            Err(error) => println!("{card}: no answer, {error}"),
        }
    }
}

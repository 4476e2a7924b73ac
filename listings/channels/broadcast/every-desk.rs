use std::time::Duration;
use tokio::sync::broadcast;
use tokio::time::sleep;

async fn desk(name: &str, mut wire: broadcast::Receiver<String>, seconds: f64) {
    for _ in 0..2 {
        let headline = wire.recv().await.expect("two headlines are sent");
        sleep(Duration::from_secs_f64(seconds)).await;
        println!("{name} has: {headline}");
    }
}

#[tokio::main]
async fn main() {
    let (wire, for_radio) = broadcast::channel(16);
    let for_site = wire.subscribe();
    let radio = tokio::spawn(desk("radio", for_radio, 0.3));
    let site = tokio::spawn(desk("site", for_site, 0.5));

    for headline in ["bridge reopened", "storm on Friday"] {
        sleep(Duration::from_secs(1)).await;
        let receivers = wire.send(headline.to_string());
        println!("sent: {headline}, {receivers:?}");
    }

    radio.await.expect("the radio does not panic");
    site.await.expect("the site does not panic");
}

use std::time::Duration;
use tokio::io::{self, AsyncReadExt, AsyncWriteExt};
use tokio::time::{sleep, timeout};

#[tokio::main]
async fn main() {
    let (mut pen, mut paper) = io::duplex(20);
    let reader = tokio::spawn(async move {
        sleep(Duration::from_millis(600)).await;
        let mut text = String::new();
        paper.read_to_string(&mut text).await.map(|_| text)
    });

    let patience = Duration::from_millis(400);
    for record in ["08:00 door open\n", "08:10 door shut\n", "08:20 all well\n"]
    {
        let writing = pen.write_all(record.as_bytes());
        match timeout(patience, writing).await {
            Ok(result) => result.expect("the reader is there"),
            Err(_) => print!("skipped: {record}"),
        }
    }

    drop(pen);
    let text = reader.await.expect("the reader does not panic");
    print!("{}", text.expect("the records are UTF-8"));
}

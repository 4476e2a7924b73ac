use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::sleep;

async fn at_the_desk(mut reply: Option<oneshot::Receiver<&str>>) {
    tokio::select! {
        answer = reply.as_mut().expect("somebody was asked"),
            if reply.is_some() =>
        {
            println!("answer: {}", answer.expect("Brio answers"));
        }
        () = sleep(Duration::from_secs(1)) => println!("no answer"),
    }
}

#[tokio::main]
async fn main() {
    let (brio, reply) = oneshot::channel();
    brio.send("a table at eight").expect("we listen");
    at_the_desk(Some(reply)).await;
    at_the_desk(None).await;
}

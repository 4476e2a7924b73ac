use std::collections::HashMap;
use std::ops::ControlFlow;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep_until};

enum Message {
    Put(String, u32, Duration),
    Get { key: String, reply: oneshot::Sender<Option<u32>> },
    Stop,
}

#[derive(Clone)]
struct Cache(mpsc::Sender<Message>);

impl Cache {
    fn start() -> (Self, JoinHandle<usize>) {
        let (sender, mut inbox) = mpsc::channel(4);
        let task = tokio::spawn(async move {
            let mut map = HashMap::new();
            loop {
                let next = map.values().map(|(_, until)| *until).min();
                let flow = tokio::select! {
                    biased;
                    Some(message) = inbox.recv() => handle(message, &mut map),
                    () = sleep_until(next.unwrap_or_else(Instant::now)), if next.is_some() => {
                        map.retain(|key, (_, until)| *until > Instant::now() || { println!("forget {key}"); false });
                        ControlFlow::Continue(())
                    }
                    else => ControlFlow::Break(()),
                };
                if flow.is_break() { break map.len() }
            }
        });
        (Self(sender), task)
    }

    async fn get(&self, key: &str) -> Option<u32> {
        let (reply, answer) = oneshot::channel();
        self.0.send(Message::Get { key: key.into(), reply }).await.ok()?;
        answer.await.ok().flatten()
    }
}

fn handle(message: Message, map: &mut HashMap<String, (u32, Instant)>) -> ControlFlow<()> {
    match message {
        Message::Put(key, value, ttl) => drop(map.insert(key, (value, Instant::now() + ttl))),
        Message::Get { key, reply } => drop(reply.send(map.get(&key).map(|(value, _)| *value))),
        Message::Stop => return ControlFlow::Break(()),
    }
    ControlFlow::Continue(())
}

#[tokio::main]
async fn main() {
    let (cache, task) = Cache::start();
    for (key, ttl) in [("a", 100), ("b", 900)] {
        cache.0.send(Message::Put(key.into(), 1, Duration::from_millis(ttl))).await.ok().unwrap();
    }
    println!("{:?}", tokio::join!(cache.get("a"), cache.get("b"), cache.get("c")));
    tokio::time::sleep(Duration::from_millis(200)).await;
    println!("{:?} {:?}", cache.get("a").await, cache.clone().get("b").await);
    let _ = cache.0.send(Message::Stop).await;
    println!("{}", task.await.unwrap());
    println!("{:?}", cache.get("b").await);
}

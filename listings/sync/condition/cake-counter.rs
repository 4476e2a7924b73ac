use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::sleep;

#[derive(Default)]
struct Counter {
    cakes: Mutex<VecDeque<u32>>,
    changed: Notify,
}

impl Counter {
    async fn put(&self, cake: u32) {
        loop {
            let room = self.changed.notified();
            {
                let mut cakes = self.cakes.lock().expect("no panic");
                if cakes.len() < 2 {
                    println!("cake {cake} is on the counter");
                    cakes.push_back(cake);
                    break;
                }
            }
            println!("  the baker waits");
            room.await;
        }
        self.changed.notify_waiters();
    }

    async fn take(&self) -> u32 {
        loop {
            let filled = self.changed.notified();
            let cake = self.cakes.lock().expect("no panic").pop_front();
            if let Some(cake) = cake {
                println!("cake {cake} is taken");
                self.changed.notify_waiters();
                return cake;
            }
            println!("  the waiter waits");
            filled.await;
        }
    }
}

#[tokio::main]
async fn main() {
    let counter = Counter::default();
    let baker = async {
        for cake in 1..=5 {
            sleep(Duration::from_secs_f64(0.2)).await;
            counter.put(cake).await;
        }
    };
    let waiter = async {
        while counter.take().await < 5 {
            sleep(Duration::from_secs_f64(0.7)).await;
        }
    };
    tokio::join!(baker, waiter);
}

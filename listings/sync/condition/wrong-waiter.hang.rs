use std::pin::pin;
use std::sync::Mutex;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::sleep;

#[derive(Default)]
struct Counter {
    cake: Mutex<Option<u32>>,
    changed: Notify,
}

impl Counter {
    async fn put(&self, cake: u32) {
        loop {
            let mut changed = pin!(self.changed.notified());
            changed.as_mut().enable();
            {
                let mut place = self.cake.lock().expect("no panic");
                if place.is_none() {
                    *place = Some(cake);
                    break;
                }
            }
            println!("no room for cake {cake}, the baker waits");
            changed.await;
        }
        self.changed.notify_one();
    }

    async fn take(&self) {
        loop {
            let mut changed = pin!(self.changed.notified());
            changed.as_mut().enable();
            let cake = self.cake.lock().expect("no panic").take();
            if let Some(cake) = cake {
                println!("cake {cake} is taken");
                self.changed.notify_one();
                return;
            }
            println!("no cake, a waiter waits");
            changed.await;
        }
    }
}

#[tokio::main]
async fn main() {
    let counter = Counter::default();
    let baker = async {
        sleep(Duration::from_secs_f64(0.2)).await;
        counter.put(1).await;
        counter.put(2).await;
    };
    tokio::join!(counter.take(), counter.take(), baker);
    println!("both cakes are sold");
}

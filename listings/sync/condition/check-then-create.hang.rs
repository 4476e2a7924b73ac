use std::sync::Mutex;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::sleep;

struct Counter {
    cakes: Mutex<Vec<&'static str>>,
    changed: Notify,
}

impl Counter {
    fn put(&self, cake: &'static str) {
        println!("the {cake} is on the counter");
        self.cakes.lock().expect("no panic").push(cake);
        self.changed.notify_waiters();
    }

    fn look(&self) -> Option<&'static str> {
        self.cakes.lock().expect("no panic").pop()
    }

    async fn take(&self) -> &'static str {
        loop {
            if let Some(cake) = self.look() {
                return cake;
            }
            apologize().await;
            self.changed.notified().await;
        }
    }
}

async fn apologize() {
    println!("no cake yet, the waiter apologizes to the guests");
    sleep(Duration::from_secs_f64(0.4)).await;
}

#[tokio::main]
async fn main() {
    let counter = Counter {
        cakes: Mutex::new(Vec::new()),
        changed: Notify::new(),
    };
    let baker = async {
        sleep(Duration::from_secs_f64(0.2)).await;
        counter.put("cheesecake");
    };
    let (cake, ()) = tokio::join!(counter.take(), baker);
    println!("the {cake} is served");
}

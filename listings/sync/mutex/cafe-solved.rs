use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::time::{Instant, sleep};

struct Machine;

impl Machine {
    async fn brew(&mut self) {
        sleep(Duration::from_millis(300)).await;
    }
}

struct Cafe {
    machine: tokio::sync::Mutex<Machine>,
    orders: Mutex<Vec<&'static str>>,
    served: AtomicU32,
}

impl Cafe {
    async fn serve(&self, order: &'static str) {
        self.orders.lock().expect("nobody panics").push(order);
        self.machine.lock().await.brew().await;
        // The guest drinks.
        sleep(Duration::from_millis(500)).await;
        self.served.fetch_add(1, Ordering::SeqCst);
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let cafe = Cafe {
        machine: tokio::sync::Mutex::new(Machine),
        orders: Mutex::new(Vec::new()),
        served: AtomicU32::new(0),
    };
    tokio::join!(
        biased;
        cafe.serve("espresso"),
        cafe.serve("latte"),
        cafe.serve("mocha"),
        cafe.serve("ristretto"),
    );
    println!("orders: {:?}", cafe.orders.lock().expect("nobody panics"));
    println!("served: {}", cafe.served.load(Ordering::SeqCst));
    println!("total {:.1}s", start.elapsed().as_secs_f64());
}

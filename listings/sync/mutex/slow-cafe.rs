use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{Instant, sleep};

struct Machine;

impl Machine {
    async fn brew(&mut self) {
        sleep(Duration::from_millis(300)).await;
    }
}

struct Cafe {
    machine: Mutex<Machine>,
    orders: Mutex<Vec<&'static str>>,
    served: Mutex<u32>,
}

impl Cafe {
    async fn serve(&self, order: &'static str) {
        let mut served = self.served.lock().await;
        let mut orders = self.orders.lock().await;
        orders.push(order);
        let mut machine = self.machine.lock().await;
        machine.brew().await;
        // The guest drinks.
        sleep(Duration::from_millis(500)).await;
        *served += 1;
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let cafe = Cafe {
        machine: Mutex::new(Machine),
        orders: Mutex::new(Vec::new()),
        served: Mutex::new(0),
    };
    tokio::join!(
        biased;
        cafe.serve("espresso"),
        cafe.serve("latte"),
        cafe.serve("mocha"),
        cafe.serve("ristretto"),
    );
    println!("orders: {:?}", cafe.orders.lock().await);
    println!("served: {}", cafe.served.lock().await);
    println!("total {:.1}s", start.elapsed().as_secs_f64());
}

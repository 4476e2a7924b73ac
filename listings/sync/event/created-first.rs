use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::sleep;

struct Gate {
    is_open: AtomicBool,
    opened: Notify,
}

impl Gate {
    fn open(&self) {
        self.is_open.store(true, Ordering::SeqCst);
        self.opened.notify_waiters();
        println!("the gate is open");
    }

    async fn pass(&self) {
        let opened = self.opened.notified();
        if !self.is_open.load(Ordering::SeqCst) {
            println!("the gate is closed, the walker eats an apple");
            sleep(Duration::from_secs_f64(0.6)).await;
            opened.await;
        }
        println!("the walker is through");
    }
}

#[tokio::main]
async fn main() {
    let gate = Gate {
        is_open: AtomicBool::new(false),
        opened: Notify::new(),
    };
    let keeper = async {
        sleep(Duration::from_secs_f64(0.3)).await;
        gate.open();
    };
    tokio::join!(gate.pass(), keeper);
}

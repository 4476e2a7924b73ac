use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

#[derive(Default)]
struct Register {
    members: Mutex<Vec<String>>,
    cards: AtomicU32,
}

impl Register {
    fn enter(&self, name: &str) -> usize {
        let mut members = self.members.lock().expect("nobody panics");
        members.push(name.to_string());
        members.len()
    }
}

async fn new_member(register: Arc<Register>, printing: f64) -> usize {
    let number = register.enter("a name");
    sleep(Duration::from_secs_f64(printing)).await;
    register.cards.fetch_add(1, Ordering::SeqCst);
    number
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let register = Arc::new(Register::default());

    let mut desks = JoinSet::new();
    for printing in [0.5, 0.3, 0.7, 0.2] {
        desks.spawn(new_member(register.clone(), printing));
    }
    let mut numbers = desks.join_all().await;
    numbers.sort();

    println!("numbers on the cards: {numbers:?}");
    println!("cards printed: {}", register.cards.load(Ordering::SeqCst));
    println!("total {:.1}s", start.elapsed().as_secs_f64());
}

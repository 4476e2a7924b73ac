use futures::future::join_all;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::time::{Instant, sleep};

#[derive(Default)]
struct Desk {
    free_from: u128,
    visits: BTreeMap<u128, usize>,
}

impl Desk {
    fn sells(&mut self, now: u128) -> bool {
        *self.visits.entry(now / 100 * 100).or_default() += 1;
        let is_free = now >= self.free_from;
        if is_free {
            self.free_from = now + 50;
        }
        is_free
    }
}

async fn buy_ticket(desk: &RefCell<Desk>, start: Instant) {
    let mut wait = 100;
    while !desk.borrow_mut().sells(start.elapsed().as_millis()) {
        sleep(Duration::from_millis(wait)).await;
        wait *= 2;
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let desk = RefCell::new(Desk::default());
    join_all((1..=8).map(|_| buy_ticket(&desk, start))).await;

    let visits = desk.into_inner().visits;
    for (millis, count) in &visits {
        println!("{millis:>5} ms {}", "#".repeat(*count));
    }
    let total: usize = visits.values().sum();
    println!("{total} visits, sold out after {:?}", start.elapsed());
}

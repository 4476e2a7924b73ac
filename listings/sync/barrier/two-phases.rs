use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::Barrier;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

struct Table {
    gate: Barrier,
    cards: Mutex<[u32; 3]>,
    opened: Instant,
}

async fn play(seat: usize, hand: [(u32, f64); 2], table: Arc<Table>) {
    for (card, thinks_for) in hand {
        sleep(Duration::from_secs_f64(thinks_for)).await;
        table.cards.lock().expect("no panic")[seat] = card;

        // All cards lie on the table.
        if table.gate.wait().await.is_leader() {
            let cards = *table.cards.lock().expect("no panic");
            let now = table.opened.elapsed().as_secs_f64();
            println!("{now:.1}s the cards are {cards:?}");
        }
        // The leader has read them.
        table.gate.wait().await;
    }
}

#[tokio::main]
async fn main() {
    let table = Arc::new(Table {
        gate: Barrier::new(3),
        cards: Mutex::new([0; 3]),
        opened: Instant::now(),
    });
    let mut players = JoinSet::new();
    players.spawn(play(0, [(7, 0.5), (2, 0.9)], Arc::clone(&table)));
    players.spawn(play(1, [(9, 1.0), (8, 0.6)], Arc::clone(&table)));
    players.spawn(play(2, [(4, 0.3), (5, 0.2)], Arc::clone(&table)));
    players.join_all().await;
}

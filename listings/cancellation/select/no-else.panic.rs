use std::time::Duration;
use tokio::time::{Instant, sleep};

struct Restaurant {
    name: &'static str,
    seats: u32,
    answers_after: Duration,
}

async fn ask(restaurant: &Restaurant, guests: u32) -> Option<&str> {
    sleep(restaurant.answers_after).await;
    (guests <= restaurant.seats).then_some(restaurant.name)
}

#[tokio::main]
async fn main() {
    let alba = Restaurant {
        name: "Alba",
        seats: 8,
        answers_after: Duration::from_millis(900),
    };
    let brio = Restaurant {
        name: "Brio",
        seats: 4,
        answers_after: Duration::from_millis(400),
    };

    for guests in [2, 6, 12] {
        let start = Instant::now();
        let place = tokio::select! {
            Some(name) = ask(&alba, guests) => name,
            Some(name) = ask(&brio, guests) => name,
        };
        let waited = start.elapsed().as_secs_f64();
        println!("{guests} guests: {place}, after {waited:.1}s");
        sleep(Duration::from_millis(300)).await;
    }
}

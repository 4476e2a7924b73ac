use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, timeout};

#[derive(Default)]
struct State {
    arrived: usize,
    round: usize,
    broken: bool,
}

struct Seat {
    of: usize,
    state: Arc<watch::Sender<State>>,
}

impl Seat {
    fn all(of: usize) -> Vec<Seat> {
        let state = Arc::new(watch::Sender::new(State::default()));
        (0..of)
            .map(|_| Seat {
                of,
                state: Arc::clone(&state),
            })
            .collect()
    }

    async fn wait(self) -> Option<Seat> {
        let mut round = 0;
        self.state.send_modify(|state| {
            round = state.round;
            state.arrived += 1;
            if state.arrived == self.of && !state.broken {
                state.arrived = 0;
                state.round += 1;
            }
        });
        let decided = |state: &State| state.broken || state.round > round;
        let mut receiver = self.state.subscribe();
        let state = receiver.wait_for(decided).await;
        let opened = state.is_ok_and(|state| state.round > round);
        opened.then_some(self)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.state.send_modify(|state| state.broken = true);
    }
}

async fn hike(name: &str, to_hut: f64, patience: f64, seat: Seat) -> String {
    let start = Instant::now();
    sleep(Duration::from_secs_f64(to_hut)).await;
    let patience = Duration::from_secs_f64(patience);
    let outcome = match timeout(patience, seat.wait()).await {
        Ok(Some(_seat)) => "goes on",
        Ok(None) => "hears that somebody is missing",
        Err(_) => "goes home",
    };
    format!("  {:.1}s {name} {outcome}", start.elapsed().as_secs_f64())
}

#[tokio::main]
async fn main() {
    for patience in [0.8, 3.0] {
        println!("Ann waits for {patience:.1}s at most");
        let mut seats = Seat::all(3);
        let mut seat = || seats.pop().expect("there are three");
        let (ann, bob, cleo) = tokio::join!(
            hike("Ann", 0.5, patience, seat()),
            hike("Bob", 1.0, 5.0, seat()),
            hike("Cleo", 2.0, 5.0, seat()),
        );
        println!("{ann}\n{bob}\n{cleo}");
    }
}

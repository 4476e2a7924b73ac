use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep};

type Patient = (u32, usize, &'static str);

struct WaitingRoom {
    patients: Mutex<BinaryHeap<Reverse<Patient>>>,
    waiting: Semaphore,
}

impl WaitingRoom {
    fn enter(&self, patient: Patient) {
        self.patients.lock().unwrap().push(Reverse(patient));
        self.waiting.add_permits(1);
    }

    async fn next(&self) -> Patient {
        self.waiting.acquire().await.expect("never closed").forget();
        let first = self.patients.lock().unwrap().pop();
        first.expect("there is a patient for each permit").0
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let room = Arc::new(WaitingRoom {
        patients: Mutex::default(),
        waiting: Semaphore::new(0),
    });
    let entrance = Arc::clone(&room);
    tokio::spawn(async move {
        let early = [(3, "a cough"), (3, "a rash"), (3, "a bruise")];
        let late = [(1, "a burn"), (2, "a fever")];
        let arrivals = early.into_iter().chain(late);
        for (number, (urgency, what)) in arrivals.enumerate() {
            sleep(Duration::from_secs_f64(0.2)).await;
            entrance.enter((urgency, number, what));
        }
    });
    for _ in 0..5 {
        let (urgency, _, what) = room.next().await;
        let now = start.elapsed().as_secs_f64();
        println!("{now:.1}s doctor: {what}, urgency {urgency}");
        sleep(Duration::from_secs(1)).await;
    }
}

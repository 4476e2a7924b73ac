use std::sync::Mutex;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep};

struct Shared<T> {
    state: Mutex<T>,
    changed: Notify,
}

impl<T> Shared<T> {
    fn new(state: T) -> Self {
        Shared {
            state: Mutex::new(state),
            changed: Notify::new(),
        }
    }

    fn change(&self, f: impl FnOnce(&mut T)) {
        f(&mut self.state.lock().expect("no panic"));
        self.changed.notify_waiters();
    }

    async fn when<R>(&self, mut f: impl FnMut(&mut T) -> Option<R>) -> R {
        loop {
            let changed = self.changed.notified();
            let found = f(&mut self.state.lock().expect("no panic"));
            if let Some(result) = found {
                self.changed.notify_waiters();
                return result;
            }
            changed.await;
        }
    }
}

async fn ride(who: &str, comes: f64, n: u32, rides: f64, free: &Shared<u32>) {
    let start = Instant::now();
    sleep(Duration::from_secs_f64(comes)).await;
    let take = |free: &mut u32| {
        *free = free.checked_sub(n)?;
        Some(*free)
    };
    let left = free.when(take).await;
    let now = start.elapsed().as_secs_f64();
    println!("{now:.1}s {who}: {n} out, {left} left");
    sleep(Duration::from_secs_f64(rides)).await;
    free.change(|free| *free += n);
}

#[tokio::main]
async fn main() {
    let free = Shared::new(4);
    tokio::join!(
        ride("club", 0.0, 3, 1.0, &free),
        ride("family", 0.2, 4, 0.5, &free),
        ride("tourist", 0.4, 1, 0.9, &free),
    );
}

use std::time::Duration;
use tokio::time::{Instant, sleep};

struct Session {
    last_seen: Instant,
}

impl Session {
    fn is_valid(&self) -> bool {
        self.last_seen.elapsed() < Duration::from_secs(30 * 60)
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let session = Session {
        last_seen: Instant::now(),
    };

    sleep(Duration::from_secs(29 * 60)).await;
    println!("after 29 minutes, valid: {}", session.is_valid());
    sleep(Duration::from_secs(2 * 60)).await;
    println!("after 31 minutes, valid: {}", session.is_valid());
}

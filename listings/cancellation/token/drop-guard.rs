use std::time::Duration;
use tokio::time::{Instant, sleep};
use tokio_util::sync::{CancellationToken, DropGuard};

struct Connection {
    _stop: DropGuard,
}

async fn keep_alive(start: Instant, stop: CancellationToken) {
    let beats = async {
        loop {
            sleep(Duration::from_millis(400)).await;
            println!("{:.1}s still here", start.elapsed().as_secs_f64());
        }
    };
    stop.run_until_cancelled(beats).await;
}

fn connect(start: Instant) -> Connection {
    let stop = CancellationToken::new();
    tokio::spawn(keep_alive(start, stop.clone()));
    Connection {
        _stop: stop.drop_guard(),
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let connection = connect(start);
    sleep(Duration::from_secs(1)).await;
    drop(connection);
    println!("{:.1}s connection dropped", start.elapsed().as_secs_f64());
    sleep(Duration::from_millis(900)).await;
}

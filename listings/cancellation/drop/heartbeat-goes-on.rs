use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::{interval, sleep};

struct Connection {
    _heartbeat: JoinHandle<()>,
}

impl Connection {
    fn open() -> Connection {
        Connection {
            _heartbeat: tokio::spawn(beat()),
        }
    }
}

async fn beat() {
    let mut every = interval(Duration::from_secs(1));
    loop {
        every.tick().await;
        println!("beat");
    }
}

#[tokio::main]
async fn main() {
    let connection = Connection::open();
    sleep(Duration::from_millis(1_500)).await;

    drop(connection);
    println!("connection dropped");
    sleep(Duration::from_secs(2)).await;
}

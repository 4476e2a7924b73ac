use std::time::Duration;
use tokio::time::{interval, sleep};
use tokio_util::task::AbortOnDropHandle;

struct Connection {
    _heartbeat: AbortOnDropHandle<()>,
}

impl Connection {
    fn open() -> Connection {
        let _heartbeat = AbortOnDropHandle::new(tokio::spawn(beat()));
        Connection { _heartbeat }
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

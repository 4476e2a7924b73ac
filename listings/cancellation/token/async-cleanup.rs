use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

struct Session(&'static str);

impl Session {
    async fn work(&mut self) {
        println!("{} works", self.0);
        sleep(Duration::from_secs(9)).await;
    }

    async fn log_out(self) {
        sleep(Duration::from_millis(200)).await;
        println!("{} logs out", self.0);
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        println!("{}'s session is dropped", self.0);
    }
}

async fn visit(user: &'static str, stop: CancellationToken) {
    let mut session = Session(user);
    stop.run_until_cancelled(session.work()).await;
    session.log_out().await;
}

#[tokio::main]
async fn main() {
    let stop = CancellationToken::new();
    let asked = tokio::spawn(visit("ada", stop.clone()));
    sleep(Duration::from_millis(500)).await;
    stop.cancel();
    asked.await.expect("visit does not panic");

    let aborted = tokio::spawn(visit("ben", CancellationToken::new()));
    sleep(Duration::from_millis(500)).await;
    aborted.abort();
    let _ = aborted.await;
}

use std::time::Duration;
use tokio::time::sleep;

struct Session {
    user: &'static str,
}

impl Session {
    async fn log_out(&mut self) {
        sleep(Duration::from_millis(200)).await;
        println!("{} has logged out", self.user);
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.log_out().await;
    }
}

#[tokio::main]
async fn main() {
    let session = Session { user: "ada" };
    println!("{} works", session.user);
}

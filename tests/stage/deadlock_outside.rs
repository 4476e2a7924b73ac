use std::env;
use std::future::pending;

// It may have changed something outside: it must not be run again for the report.
#[tokio::main]
async fn main() {
    if env::args().any(|argument| argument == "--explained") {
        pending::<()>().await;
    }
    let (_sender, receiver) = tokio::sync::oneshot::channel::<()>();
    let _ = receiver.await;
}

use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::sleep;

type Log = Arc<Mutex<Vec<&'static str>>>;

async fn write(log: Log, line: &'static str) {
    log.lock().await.push(line);
}

#[tokio::main]
async fn main() {
    let log: Log = Arc::new(Mutex::new(Vec::new()));
    let backup = log.clone().lock_owned().await;
    tokio::spawn(async move {
        sleep(Duration::from_millis(500)).await;
        drop(backup);
    });

    let mut writing = tokio::spawn(write(log.clone(), "door opened"));
    tokio::select! {
        written = &mut writing => {
            written.expect("writing does not panic");
            println!("written");
        }
        () = sleep(Duration::from_millis(200)) => {
            println!("this takes long");
            log.lock().await.push("slow log");
            writing.await.expect("writing does not panic");
        }
    }
    println!("{}", log.lock().await.join(", "));
}

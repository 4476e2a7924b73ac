use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::task::AbortHandle;
use tokio::time::sleep;

type Searchers = Arc<Mutex<Vec<AbortHandle>>>;

async fn search(room: &str, millis: u64, all: Searchers) -> String {
    sleep(Duration::from_millis(millis)).await;
    for searcher in all.lock().expect("no thread panics").iter() {
        searcher.abort();
    }
    format!("keys found in the {room}")
}

#[tokio::main]
async fn main() {
    let all = Searchers::default();
    let mut tasks = Vec::new();
    for (room, millis) in [("attic", 500), ("garden", 200), ("cellar", 800)] {
        let task = tokio::spawn(search(room, millis, all.clone()));
        all.lock()
            .expect("no thread panics")
            .push(task.abort_handle());
        tasks.push(task);
    }

    for task in tasks {
        match task.await {
            Ok(found) => println!("{found}"),
            Err(error) => println!("cancelled: {}", error.is_cancelled()),
        }
    }
}

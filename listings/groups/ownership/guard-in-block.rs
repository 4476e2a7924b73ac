use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::time::sleep;

async fn count_guest(guests: Arc<Mutex<u32>>) {
    {
        let mut guard = guests.lock().expect("no holder panics");
        *guard += 1;
        println!("guest {}", *guard);
    }
    sleep(Duration::from_millis(100)).await;
    println!("guest at the table");
}

#[tokio::main]
async fn main() {
    let guests = Arc::new(Mutex::new(0));
    let door = tokio::spawn(count_guest(Arc::clone(&guests)));
    door.await.expect("counting does not panic");
}

use tokio::sync::Mutex;

fn report(place: &str, lock: &Mutex<Vec<u32>>) {
    let free = lock.try_lock().is_ok();
    println!("{place}: {}", if free { "free" } else { "locked" });
}

#[tokio::main]
async fn main() {
    let lock = Mutex::new(vec![1]);

    if let Some(1) = lock.lock().await.first() {
        report("body of if let", &lock);
    }
    if let Some(2) = lock.lock().await.first() {
        unreachable!();
    } else {
        report("else of if let", &lock);
    }
    match lock.lock().await.first() {
        Some(1) => report("arm of match", &lock),
        _ => unreachable!(),
    }
    for _ in lock.lock().await.iter() {
        report("body of for", &lock);
    }
    if lock.lock().await.len() == 1 {
        report("body of if", &lock);
    }
    let first = lock.lock().await.first().copied();
    report("after let", &lock);
    println!("first: {first:?}");
    while let Some(1) = lock.lock().await.pop() {
        report("body of while let", &lock);
    }
}

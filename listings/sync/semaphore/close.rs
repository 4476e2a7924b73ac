use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep};

fn say(start: Instant, what: &str) {
    println!("{:.1}s {what}", start.elapsed().as_secs_f64());
}

async fn visit(doctor: &Semaphore, start: Instant, name: &str, comes: u64) {
    sleep(Duration::from_millis(comes)).await;
    say(start, &format!("{name} comes"));
    match doctor.acquire().await {
        Ok(_permit) => {
            sleep(Duration::from_secs(1)).await;
            say(start, &format!("{name} has been treated"));
        }
        Err(error) => say(start, &format!("{name} goes home: {error}")),
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let doctor = Semaphore::new(1);
    let closing_time = async {
        sleep(Duration::from_millis(500)).await;
        say(start, "closing time");
        doctor.close();
    };
    tokio::join!(
        visit(&doctor, start, "Ada", 0),
        visit(&doctor, start, "Ben", 200),
        visit(&doctor, start, "Cleo", 800),
        closing_time,
    );
    println!("try_acquire: {:?}", doctor.try_acquire().map(|_| ()));
}

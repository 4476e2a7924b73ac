use std::thread;
use std::time::Duration;
use tokio::time::Instant;

struct Work {
    photo: &'static str,
    begun: Instant,
    done: Instant,
}

async fn resize(photo: &'static str) -> Work {
    let begun = Instant::now();
    // Stands for computing.
    thread::sleep(Duration::from_millis(300));
    let done = Instant::now();
    Work { photo, begun, done }
}

fn report(way: &str, one: Work, other: Work) {
    let overlap = one.begun < other.done && other.begun < one.done;
    println!(
        "{way}: {} and {} overlap: {overlap}",
        one.photo, other.photo
    );
}

#[tokio::main(worker_threads = 2)]
async fn main() {
    let (harbor, garden) = tokio::join!(resize("harbor"), resize("garden"));
    report("join!", harbor, garden);

    let harbor = tokio::spawn(resize("harbor"));
    let garden = tokio::spawn(resize("garden"));
    let harbor = harbor.await.expect("resizing does not panic");
    let garden = garden.await.expect("resizing does not panic");
    report("spawn", harbor, garden);
}

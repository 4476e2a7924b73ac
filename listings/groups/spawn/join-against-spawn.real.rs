use std::thread;
use std::time::Duration;
use tokio::time::Instant;

const ONE_PHOTO: Duration = Duration::from_millis(300);

async fn resize(photo: &str) -> String {
    // Stands for computing.
    thread::sleep(ONE_PHOTO);
    format!("{photo}-small.jpg")
}

fn report(way: &str, start: Instant) {
    let photos = start.elapsed().div_duration_f64(ONE_PHOTO);
    println!("{way}: {photos:.0} × {ONE_PHOTO:?}");
}

#[tokio::main(worker_threads = 2)]
async fn main() {
    let start = Instant::now();
    let (harbor, garden) = tokio::join!(resize("harbor"), resize("garden"));
    println!("{harbor}, {garden}");
    report("join!", start);

    let start = Instant::now();
    let harbor = tokio::spawn(resize("harbor"));
    let garden = tokio::spawn(resize("garden"));
    let harbor = harbor.await.expect("resizing does not panic");
    let garden = garden.await.expect("resizing does not panic");
    println!("{harbor}, {garden}");
    report("spawn", start);
}

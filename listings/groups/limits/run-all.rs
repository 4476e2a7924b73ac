use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

async fn run_all<T, E, F>(
    jobs: Vec<F>,
    limit: usize,
) -> (Vec<(usize, T)>, Vec<(usize, E)>)
where
    T: Send + 'static,
    E: Send + 'static,
    F: Future<Output = Result<T, E>> + Send + 'static,
{
    assert!(limit > 0, "with a limit of 0 no job would run");
    let mut waiting = jobs.into_iter().enumerate();
    let mut running = JoinSet::new();
    let (mut outputs, mut errors) = (Vec::new(), Vec::new());
    loop {
        while running.len() < limit
            && let Some((index, job)) = waiting.next()
        {
            running.spawn(async move { (index, job.await) });
        }
        let Some(joined) = running.join_next().await else {
            return (outputs, errors);
        };
        match joined.expect("no job panics") {
            (index, Ok(output)) => outputs.push((index, output)),
            (index, Err(error)) => errors.push((index, error)),
        }
    }
}

async fn thumbnail(photo: &str, millis: u64) -> Result<String, String> {
    sleep(Duration::from_millis(millis)).await;
    match photo.strip_suffix(".jpg") {
        Some(name) => Ok(format!("{name}.small.jpg")),
        None => Err(format!("{photo} is no photo")),
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let jobs = vec![
        thumbnail("sea.jpg", 1_000),
        thumbnail("notes.txt", 300),
        thumbnail("hut.jpg", 500),
        thumbnail("map.pdf", 500),
        thumbnail("dog.jpg", 400),
    ];

    let (small, failed) = run_all(jobs, 2).await;

    println!("{small:?}");
    println!("{failed:?}");
    println!("total {:.1}s", start.elapsed().as_secs_f64());
}

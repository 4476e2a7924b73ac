async fn run(runner: &str) {
    println!("  {runner} starts");
}

async fn start_three() {
    let mut handles = Vec::new();
    for runner in ["A", "B", "C"] {
        handles.push(tokio::spawn(run(runner)));
    }
    for handle in handles {
        handle.await.expect("a runner does not panic");
    }
}

#[tokio::main(flavor = "current_thread")]
async fn on_one_thread() {
    let race = tokio::spawn(start_three());
    race.await.expect("the race does not panic");
}

#[tokio::main(flavor = "multi_thread", worker_threads = 1)]
async fn with_one_worker() {
    let race = tokio::spawn(start_three());
    race.await.expect("the race does not panic");
}

fn main() {
    println!("current_thread");
    on_one_thread();
    println!("multi_thread, one worker");
    with_one_worker();
}

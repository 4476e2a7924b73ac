#[tokio::main]
async fn with_timers() {
    println!("with timers");
}

fn main() {
    with_timers();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async { println!("without timers, as long as none is needed") });
    runtime.block_on(tokio::time::sleep(std::time::Duration::from_secs(1)));
}

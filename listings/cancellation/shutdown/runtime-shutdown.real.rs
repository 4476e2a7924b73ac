use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use tokio::runtime::Runtime;

fn busy_runtime(name: &'static str) -> Runtime {
    let runtime = Runtime::new().expect("threads can be made");
    let (begun, has_begun) = mpsc::channel();
    runtime.spawn_blocking(move || {
        begun.send(()).expect("main waits for it");
        thread::sleep(Duration::from_millis(900));
        println!("{name}: the disk is written");
    });
    has_begun.recv().expect("the closure begins");
    runtime
}

fn main() {
    let runtime = busy_runtime("drop");
    drop(runtime);
    println!("drop: returns");

    let runtime = busy_runtime("shutdown_timeout");
    runtime.shutdown_timeout(Duration::from_millis(300));
    println!("shutdown_timeout: returns");
    thread::sleep(Duration::from_millis(900));

    let runtime = busy_runtime("shutdown_background");
    runtime.shutdown_background();
    println!("shutdown_background: returns");
}

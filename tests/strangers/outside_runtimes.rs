use std::rc::Rc;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::{mpsc, oneshot};
use tokio::time::sleep;
use tokio_util::task::LocalPoolHandle;

/// Tasks go on although nobody is in `block_on`.
fn spawned_only(runtime: &Runtime) {
    let (sender, receiver) = oneshot::channel();
    runtime.spawn(async move {
        sleep(Duration::from_millis(100)).await;
        sender.send("sent").expect("it is awaited");
    });
    println!("{}", receiver.blocking_recv().expect("it is sent"));
    runtime.spawn(async {
        for number in 0..3 {
            println!("tick {number}");
            sleep(Duration::from_millis(100)).await;
        }
    });
    std::thread::sleep(Duration::from_millis(500));
    println!("slept");
}

/// A runtime on a thread sends to one on another.
fn two_runtimes(runtime: &Runtime) {
    let (sender, mut receiver) = mpsc::channel(1);
    let other = std::thread::spawn(move || {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            for number in 0..2 {
                sleep(Duration::from_millis(50)).await;
                sender.send(number).await.expect("it is received");
            }
        });
    });
    runtime.block_on(async {
        while let Some(number) = receiver.recv().await {
            println!("got {number}");
        }
    });
    other.join().expect("no panic");
}

async fn local_pool() {
    let pool = LocalPoolHandle::new(1);
    let answer = pool.spawn_pinned(|| async {
        let five = Rc::new(5);
        sleep(Duration::from_millis(50)).await;
        *five
    });
    let answer = tokio::time::timeout(Duration::from_secs(2), answer).await;
    println!("{:?}", answer.expect("in time").expect("no panic"));
}

fn main() {
    let runtime = Runtime::new().expect("a runtime");
    spawned_only(&runtime);
    two_runtimes(&runtime);
    runtime.block_on(local_pool());
}

use std::time::Duration;
use tokio::runtime::{Handle, Runtime};
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::sleep;

#[derive(Clone, Debug)]
struct Spawner {
    handle: Handle,
}

impl Spawner {
    fn run(&self, millis: u64) -> JoinHandle<u64> {
        self.handle.spawn(async move {
            sleep(Duration::from_millis(millis)).await;
            println!("task of {millis}");
            millis
        })
    }
}

fn main() {
    println!("{}", Handle::try_current().is_err());
    let runtime = Runtime::new().unwrap();
    let spawner = Spawner { handle: runtime.handle().clone() };
    let early = spawner.run(100);
    println!("{}", runtime.block_on(async { spawner.run(50).await.unwrap() + early.await.unwrap() }));
    runtime.block_on(async {
        let handle = Handle::current();
        let task = handle.spawn(async { Handle::current().spawn(async { "inner" }).await.unwrap() });
        println!("{}", task.await.unwrap());
        let mut set = JoinSet::new();
        set.spawn_on(async { 1 }, &handle);
        set.spawn_blocking_on(|| { std::thread::sleep(Duration::from_millis(50)); 2 }, Spawner { handle }.handle.clone().as_ref_handle());
        println!("{:?}", set.join_all().await.iter().sum::<i32>());
    });
    let _guard = runtime.enter();
    let task = tokio::spawn(async { Handle::try_current().is_ok() });
    println!("{}", runtime.block_on(task).unwrap());
    let entered = spawner.handle.enter();
    let task = tokio::spawn(async { 7 });
    drop(entered);
    println!("{}", runtime.block_on(task).unwrap());
    println!("{:?}", runtime.handle().runtime_flavor() == Handle::clone(&spawner.handle).runtime_flavor());
}

trait AsRefHandle {
    fn as_ref_handle(&self) -> &Handle;
}

impl AsRefHandle for Handle {
    fn as_ref_handle(&self) -> &Handle {
        self
    }
}

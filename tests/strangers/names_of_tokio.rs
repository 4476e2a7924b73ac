use ::tokio::task;
use rt::sync::mpsc;
use tokio as rt;
use tokio::select as choose;
use tokio::spawn as launch;
use tokio::task::JoinSet as Crew;
use tokio::{self, join as both, time, try_join};
use time::{Duration, Instant};

mod kitchen {
    use super::{rt, time};

    pub async fn cook(name: &'static str, millis: u64) -> &'static str {
        time::sleep(time::Duration::from_millis(millis)).await;
        rt::task::yield_now().await;
        name
    }
}
use self::kitchen::cook;

#[tokio::main(crate = "rt", flavor = "current_thread")]
async fn main() {
    let start = Instant::now();
    let task: task::JoinHandle<_> = launch(cook("soup", 100));
    println!("{:?}", both!(cook("rice", 50), async { task.await.unwrap() }));
    let first = choose! {
        name = cook("slow", 200) => name,
        name = cook("fast", 50) => name,
    };
    println!("{first}");
    let (sender, mut receiver) = mpsc::channel::<rt::task::Id>(1);
    let id = rt::spawn(async move { sender.send(task::id()).await.unwrap() }).id();
    println!("{}", receiver.recv().await == Some(id));
    let mut crew = Crew::new();
    crew.spawn(cook("tea", 50));
    println!("{:?}", crew.join_next().await.map(Result::unwrap));
    println!("{:?}", try_join!(async { Ok::<_, ()>(1) }, async { Err::<(), _>(()) }));
    println!("{:?}", ::tokio::join!(self::kitchen::cook("pie", 50)));
    println!("{:.2}", start.elapsed().max(Duration::ZERO).as_secs_f64() * 0.0);
}

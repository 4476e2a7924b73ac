use std::fmt;
use std::time::Duration;
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::task::JoinSet;
use tokio::time::sleep;

struct App { set: JoinSet<u8>, rt: Runtime }
impl App {
    async fn one(set: &mut JoinSet<u8>) -> Option<u8> { JoinSet::join_next(set).await?.ok() }
}

async fn many(n: u64) -> u64 {
    macro_rules! big { ($($i:literal)*) => { tokio::select! { biased; $(_ = sleep(Duration::from_millis($i)), if n == $i => { $i })* else => 0 } } }
    big!(1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48)
}

fn generic<F>(handle: &Handle, f: F) -> tokio::task::JoinHandle<F::Output> where F: Future<Output: Send> + Send + 'static { handle.spawn(f) }

fn takes_tokio_traits<T: fmt::Debug + Send + Sync + Unpin + std::panic::UnwindSafe + std::panic::RefUnwindSafe + 'static>() {}

fn main() {
    takes_tokio_traits::<Runtime>();
    takes_tokio_traits::<Handle>();
    let rt = Builder::new_multi_thread().enable_all().build().unwrap();
    let app = App { set: JoinSet::new(), rt };
    let App { mut set, rt } = app;
    rt.block_on(async { set.spawn(async { 5 }); println!("{:?}", App::one(&mut set).await) });
    JoinSet::abort_all(&mut set);
    println!("{}", rt.block_on(many(48)));
    println!("{}", rt.block_on(generic(rt.handle(), async { 6 })).unwrap());
    println!("{}", rt.block_on(async { let mut s = Box::pin(async { 3 }); tokio::select! { x = s.as_mut() => x } }));
    let _enter: tokio::runtime::EnterGuard<'_> = rt.enter();
    println!("{}", Handle::current().metrics().num_alive_tasks() < 9);
    let print: fn(&str) = |s| println!("{s}");
    print("fn");
    let v: Vec<()> = (0..2).map(|n| print!("{n}\n")).collect();
}

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use tokio::runtime::Builder;
use tokio::task::{self, JoinSet, LocalSet};
use tokio::time::sleep;

async fn ms(millis: u64) {
    sleep(Duration::from_millis(millis)).await
}

fn main() {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let local = LocalSet::new();
    let log = Rc::new(RefCell::new(Vec::new()));
    let (early, late) = (Rc::clone(&log), log.clone());
    local.spawn_local(async move {
        ms(100).await;
        late.borrow_mut().push("late");
    });
    let answer = local.block_on(&runtime, async move {
        let task = task::spawn_local(async move {
            ms(50).await;
            early.borrow_mut().push("early");
            Rc::new(1)
        });
        *task.await.unwrap() + 1
    });
    println!("{answer} {:?}", log.borrow());
    runtime.block_on(local);
    println!("{:?} {}", log.borrow(), Rc::strong_count(&log));

    runtime.block_on(async {
        let hits = Rc::new(Cell::new(0));
        let set = LocalSet::default();
        let mut crew = JoinSet::new();
        for n in 1..=3 {
            let hits = hits.clone();
            crew.spawn_local_on(async move { ms(n * 50).await; hits.set(hits.get() + n); hits.get() }, &set);
        }
        let all = set.run_until(async { crew.join_all().await }).await;
        println!("{all:?} {}", hits.get());
        let task = set.run_until(async { task::spawn_local(async { println!("later"); "joined" }) }).await;
        set.await;
        println!("{}", task.await.unwrap());
    });
}

use std::cell::RefCell;
use std::time::Duration;
use tokio::task_local;
use tokio::time::sleep;

task_local! {
    static NAME: &'static str;
    pub static TRAIL: RefCell<Vec<u32>>;
}

std::thread_local! {
    static COUNT: RefCell<u32> = const { RefCell::new(0) };
}

fn note(n: u32) {
    TRAIL.with(|trail| trail.borrow_mut().push(n));
}

async fn work(n: u32) -> String {
    note(n);
    sleep(Duration::from_millis(50)).await;
    note(n + 1);
    format!("{} {:?}", NAME.get(), TRAIL.with(|trail| trail.borrow().clone()))
}

#[tokio::main]
async fn main() {
    let a = NAME.scope("a", TRAIL.scope(Default::default(), work(1)));
    let b = NAME.scope("b", TRAIL.scope(RefCell::new(vec![0]), async {
        tokio::join!(biased; work(5), work(10))
    }));
    let task = tokio::spawn(a);
    println!("{:?}", b.await);
    println!("{}", task.await.unwrap());
    println!("{}", NAME.try_with(|_| ()).is_err());
    println!("{}", NAME.sync_scope("sync", || NAME.with(|name| name.len())));
    let inherited = NAME.scope("outer", async { tokio::spawn(async { NAME.try_get().is_ok() }).await });
    println!("{}", inherited.await.unwrap());
    COUNT.with_borrow_mut(|count| *count += 1);
    println!("{}", COUNT.take());
}

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Mutex;
use std::time::Duration;
use tokio::time::sleep;

struct Noisy(&'static str);

impl Noisy {
    async fn wait(&self) -> usize {
        sleep(Duration::from_millis(50)).await;
        self.0.len()
    }

    fn now(&self) -> std::future::Ready<usize> { std::future::ready(self.0.len()) }
}

impl Drop for Noisy {
    fn drop(&mut self) { println!("drop {}", self.0) }
}

fn tail(cell: &RefCell<Vec<u8>>) -> usize {
    let local = Noisy("local");
    cell.borrow().len() + local.0.len()
}

async fn pick(flag: bool) -> usize {
    let owned = Noisy("owned");
    tokio::select! { biased; n = owned.wait(), if flag => n, n = Noisy("ready").now() => n + 100 }
}

#[tokio::main]
async fn main() {
    println!("{}", tail(&RefCell::new(vec![1, 2])));
    println!("{:?}", tokio::join!(async { Noisy("one").wait().await }, Noisy("three").now()));
    println!("{:?}", tokio::join!(Noisy("now").now(), async { Noisy("inside").wait().await }));
    println!("{}", Noisy("print").wait().await);
    let n = tokio::select! { n = async { Noisy("select").wait().await } => n, _ = sleep(Duration::from_secs(1)) => 0 };
    println!("{n}");
    println!("{} {}", pick(true).await, pick(false).await);
    let lock = Mutex::new(Some(1));
    if let Some(n) = *lock.lock().unwrap() && n > 0 { println!("locked {n}") } else { lock.lock().unwrap().take(); }
    let shared = Rc::new(RefCell::new(String::new()));
    let (a, b) = (shared.clone(), Rc::clone(&shared));
    tokio::join!(
        async move { for _ in 0..2 { a.borrow_mut().push('a'); sleep(Duration::from_millis(100)).await } },
        async { sleep(Duration::from_millis(50)).await; b.borrow_mut().push('b'); drop(Noisy("b")) },
    );
    println!("{} {}", shared.borrow(), Rc::strong_count(&shared));
    match Noisy("scrutinee").now().await { n => println!("{n}") }
    let _ = Noisy("ignored");
    let _kept = Noisy("kept");
}

use std::cell::RefCell;
use tokio::task::yield_now;

async fn stir(pot: &'static str, log: &RefCell<Vec<&'static str>>) {
    for _ in 0..4 {
        log.borrow_mut().push(pot);
        yield_now().await;
    }
}

#[tokio::main]
async fn main() {
    let log = RefCell::new(Vec::new());
    tokio::join!(stir("soup", &log), stir("rice", &log), stir("sauce", &log));

    println!("join!");
    for round in log.take().chunks(3) {
        println!("  {round:?}");
    }

    tokio::join!(
        biased;
        stir("soup", &log),
        stir("rice", &log),
        stir("sauce", &log),
    );

    println!("join! with biased");
    for round in log.take().chunks(3) {
        println!("  {round:?}");
    }
}

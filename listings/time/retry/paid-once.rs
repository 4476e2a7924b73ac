use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::time::Duration;
use tokio::time::{sleep, timeout};

struct Bank {
    balance: Cell<i64>,
    orders: RefCell<BTreeSet<&'static str>>,
}

impl Bank {
    async fn pay(&self, order: &'static str, amount: i64) {
        let is_new = self.orders.borrow_mut().insert(order);
        if is_new {
            self.balance.set(self.balance.get() - amount);
        }
        // The answer to the first payment is slow.
        let millis = if is_new { 900 } else { 100 };
        sleep(Duration::from_millis(millis)).await;
    }
}

#[tokio::main]
async fn main() {
    let bank = Bank {
        balance: Cell::new(100),
        orders: RefCell::default(),
    };

    let patience = Duration::from_millis(300);
    for attempt in 1..=3 {
        if timeout(patience, bank.pay("order 17", 30)).await.is_ok() {
            println!("try {attempt}: paid 30");
            break;
        }
        println!("try {attempt}: no answer");
    }
    println!("balance {}", bank.balance.get());
}

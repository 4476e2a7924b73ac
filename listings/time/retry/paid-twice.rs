use std::cell::Cell;
use std::time::Duration;
use tokio::time::{sleep, timeout};

struct Bank {
    balance: Cell<i64>,
    payments: Cell<u32>,
}

impl Bank {
    async fn pay(&self, amount: i64) {
        self.balance.set(self.balance.get() - amount);
        self.payments.set(self.payments.get() + 1);
        // The answer to the first payment is slow.
        let millis = if self.payments.get() == 1 { 900 } else { 100 };
        sleep(Duration::from_millis(millis)).await;
    }
}

#[tokio::main]
async fn main() {
    let bank = Bank {
        balance: Cell::new(100),
        payments: Cell::new(0),
    };

    let patience = Duration::from_millis(300);
    for attempt in 1..=3 {
        if timeout(patience, bank.pay(30)).await.is_ok() {
            println!("try {attempt}: paid 30");
            break;
        }
        println!("try {attempt}: no answer");
    }
    println!("balance {}", bank.balance.get());
}

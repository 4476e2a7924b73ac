use tokio::sync::Mutex;

struct Till {
    coins: Mutex<Vec<u32>>,
}

fn total(coins: &[u32]) -> u32 {
    coins.iter().sum()
}

impl Till {
    async fn total(&self) -> u32 {
        total(&self.coins.lock().await)
    }

    async fn pay_in(&self, coin: u32) {
        let mut coins = self.coins.lock().await;
        coins.push(coin);
        println!("{coin} paid in");
        println!("{} in the till", total(&coins));
    }
}

#[tokio::main]
async fn main() {
    let coins = Mutex::new(vec![50, 20]);
    let till = Till { coins };
    till.pay_in(10).await;
    println!("{} when the shop closes", till.total().await);
}

use tokio::sync::Mutex;

struct Till {
    coins: Mutex<Vec<u32>>,
}

impl Till {
    async fn total(&self) -> u32 {
        self.coins.lock().await.iter().sum()
    }

    async fn pay_in(&self, coin: u32) {
        let mut coins = self.coins.lock().await;
        coins.push(coin);
        println!("{coin} paid in");
        println!("{} in the till", self.total().await);
    }
}

#[tokio::main]
async fn main() {
    let coins = Mutex::new(vec![50, 20]);
    let till = Till { coins };
    till.pay_in(10).await;
}

use std::time::Duration;
use tokio::sync::OnceCell;
use tokio::time::sleep;

#[derive(Default)]
struct Shop {
    token: OnceCell<String>,
}

impl Shop {
    async fn token(&self) -> &str {
        self.token.get_or_init(|| self.log_in()).await
    }

    async fn log_in(&self) -> String {
        println!("logging in");
        sleep(Duration::from_secs_f64(0.5)).await;
        format!("token of {}", self.get("user").await)
    }

    async fn get(&self, what: &str) -> String {
        println!("asking for the {what}");
        let token = Box::pin(self.token()).await;
        sleep(Duration::from_secs_f64(0.3)).await;
        format!("{what} by {token}")
    }
}

#[tokio::main]
async fn main() {
    let shop = Shop::default();
    println!("{}", shop.get("price list").await);
}

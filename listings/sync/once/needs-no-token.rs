use std::time::Duration;
use tokio::sync::OnceCell;
use tokio::time::sleep;

#[derive(Default)]
struct Shop {
    token: OnceCell<String>,
}

async fn ask(what: &str) -> String {
    println!("asking for the {what}");
    sleep(Duration::from_secs_f64(0.3)).await;
    what.to_string()
}

async fn log_in() -> String {
    println!("logging in");
    sleep(Duration::from_secs_f64(0.5)).await;
    format!("token of {}", ask("user").await)
}

impl Shop {
    async fn get(&self, what: &str) -> String {
        let token = self.token.get_or_init(log_in).await;
        format!("{} by {token}", ask(what).await)
    }
}

#[tokio::main]
async fn main() {
    let shop = Shop::default();
    println!("{}", shop.get("price list").await);
}

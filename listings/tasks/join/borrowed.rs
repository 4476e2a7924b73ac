use std::cell::Cell;
use std::time::Duration;
use tokio::time::sleep;

struct Client {
    host: String,
    requests: Cell<u32>,
}

impl Client {
    async fn get(&self, page: &str, delay_ms: u64) -> String {
        self.requests.set(self.requests.get() + 1);
        println!("request {}: {}/{page}", self.requests.get(), self.host);
        sleep(Duration::from_millis(delay_ms)).await;
        format!("<{page}>")
    }
}

#[tokio::main]
async fn main() {
    let client = Client {
        host: "example.org".to_string(),
        requests: Cell::new(0),
    };

    let (news, weather) =
        tokio::join!(client.get("news", 300), client.get("weather", 500));

    println!("{news} {weather}");
    println!("{} sent {} requests", client.host, client.requests.get());
}

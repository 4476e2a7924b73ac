use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::sleep;

type Menu = HashMap<&'static str, u32>;

async fn serve(table: &str, dish: &str, millis: u64, menu: Arc<Menu>) {
    sleep(Duration::from_millis(millis)).await;
    println!("{table}: {dish}, {} cents", menu[dish]);
}

#[tokio::main]
async fn main() {
    let menu = Arc::new(Menu::from([("soup", 450), ("fish", 1_200)]));

    let window = tokio::spawn(serve("window", "soup", 300, Arc::clone(&menu)));
    let terrace =
        tokio::spawn(serve("terrace", "fish", 600, Arc::clone(&menu)));
    println!("owners of the menu: {}", Arc::strong_count(&menu));

    window.await.expect("serving does not panic");
    terrace.await.expect("serving does not panic");
    println!("owners of the menu: {}", Arc::strong_count(&menu));
}

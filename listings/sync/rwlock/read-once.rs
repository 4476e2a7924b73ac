use std::time::Duration;
use tokio::sync::RwLock;
use tokio::time::sleep;

type Menu = Vec<(&'static str, u32)>;

async fn price(menu: &Menu, dish: &str) -> u32 {
    sleep(Duration::from_millis(200)).await;
    menu.iter().find(|entry| entry.0 == dish).map_or(0, |e| e.1)
}

async fn one_of_each(menu: &RwLock<Menu>) -> u32 {
    let menu = menu.read().await;
    let mut sum = 0;
    for (dish, _) in menu.iter() {
        sum += price(&menu, dish).await;
    }
    sum
}

async fn new_price(menu: &RwLock<Menu>) {
    sleep(Duration::from_millis(100)).await;
    menu.write().await[0].1 = 7;
}

#[tokio::main]
async fn main() {
    let menu = RwLock::new(vec![("soup", 6), ("bread", 2)]);
    println!("nobody writes: {}", one_of_each(&menu).await);
    let (sum, ()) = tokio::join!(one_of_each(&menu), new_price(&menu));
    println!("somebody writes: {sum}");
    println!("afterwards: {}", one_of_each(&menu).await);
}

use std::time::Duration;
use tokio::time::sleep;

async fn save(order: u32) -> Result<(), String> {
    sleep(Duration::from_millis(100)).await;
    match order {
        1 => Err("the disk is full".to_string()),
        2 => panic!("order 2 has no customer"),
        _ => Ok(()),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    for order in 1..=3 {
        tokio::spawn(save(order));
    }
    sleep(Duration::from_millis(200)).await;
    println!("all is quiet");
}

use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::sleep;

async fn answer(call: u32) -> String {
    sleep(Duration::from_millis(100)).await;
    format!("notes on call {call}")
}

#[tokio::main]
async fn main() {
    let mut never_joined = JoinSet::new();
    for call in 1..=4 {
        never_joined.spawn(answer(call));
        sleep(Duration::from_millis(200)).await;
    }
    println!("nobody is calling; {} in the set", never_joined.len());

    let mut joined = JoinSet::new();
    for call in 5..=8 {
        joined.spawn(answer(call));
        sleep(Duration::from_millis(200)).await;
        while let Some(result) = joined.try_join_next() {
            println!("{}", result.expect("answer does not panic"));
        }
    }
    println!("nobody is calling; {} in the set", joined.len());
}

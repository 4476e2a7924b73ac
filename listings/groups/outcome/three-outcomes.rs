use std::num::ParseIntError;
use std::time::Duration;
use tokio::time::sleep;

async fn price(letter: &str, millis: u64) -> Result<u32, ParseIntError> {
    sleep(Duration::from_millis(millis)).await;
    let (_, cents) = letter.split_once(": ").expect("no price in a letter");
    cents.parse()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let answers = [
        tokio::spawn(price("flour: 120", 100)),
        tokio::spawn(price("sugar: cheap", 200)),
        tokio::spawn(price("butter is out of stock", 300)),
        tokio::spawn(price("yeast: 80", 400)),
    ];

    for answer in answers {
        match answer.await {
            Ok(Ok(cents)) => println!("a value: {cents}"),
            Ok(Err(error)) => println!("an error: {error}"),
            Err(error) => println!("a panic: {}", error.is_panic()),
        }
    }
}

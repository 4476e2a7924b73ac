use std::error::Error;
use std::fmt;
use std::time::Duration;
use tokio::{time::sleep, try_join};

#[derive(Debug, Clone, PartialEq)]
enum Trouble {
    Late { millis: u64 },
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Trouble::Late { millis } = self;
        write!(f, "late by {millis}")
    }
}

impl Error for Trouble {}

async fn step(millis: u64, limit: u64) -> Result<u64, Trouble> {
    sleep(Duration::from_millis(millis)).await;
    if millis > limit { Err(Trouble::Late { millis: millis - limit }) } else { Ok(millis) }
}

async fn both() -> Result<u64, Box<dyn Error>> {
    let (a, b) = try_join!(step(50, 100), step(100, 100),)?;
    try_join!(async { Ok::<_, Trouble>(()) }, step(60, 50)).map(|(_, c)| a + b + c).or(Ok(a + b))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    println!("{}", both().await?);
    match tokio::try_join!(step(150, 200), step(60, 50), step(1000, 0)) {
        Ok((a, b, c)) => println!("{a} {b} {c}"),
        Err(ref trouble @ Trouble::Late { millis }) if millis > 5 => println!("{trouble}, {millis}"),
        Err(other) => return Err(other.into()),
    }
    let parsed = try_join!(async { "7".parse::<i32>() }, async { "x".parse::<i32>() });
    println!("{}", parsed.unwrap_err());
    tokio::try_join!(biased; async { Ok(println!("last")) }).map(|((),)| ())
}

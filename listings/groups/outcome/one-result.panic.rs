use std::panic::resume_unwind;
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::sleep;

async fn outcome<T, E>(task: JoinHandle<Result<T, E>>) -> Result<T, E> {
    match task.await {
        Ok(result) => result,
        Err(error) => resume_unwind(error.into_panic()),
    }
}

async fn deliver(street: &str, millis: u64) -> Result<u32, String> {
    sleep(Duration::from_millis(millis)).await;
    match street {
        "Mill Lane" => Ok(3),
        "High Street" => Err("nobody at home".to_string()),
        _ => panic!("no street on the label"),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    for street in ["Mill Lane", "High Street", ""] {
        let parcels = outcome(tokio::spawn(deliver(street, 100))).await;
        println!("{street}: {parcels:?}");
    }
}

use std::time::Duration;
use tokio::time::{Instant, sleep};

#[derive(Debug)]
enum FetchError {
    Busy,
    NotFound,
}

impl FetchError {
    fn may_pass(&self) -> bool {
        match self {
            FetchError::Busy => true,
            FetchError::NotFound => false,
        }
    }
}

async fn fetch(page: &str, tries: u32) -> Result<&'static str, FetchError> {
    match (page, tries) {
        ("news", 3) => Ok("<news>"),
        ("news", _) => Err(FetchError::Busy),
        _ => Err(FetchError::NotFound),
    }
}

async fn fetch_with_retry(page: &str) -> Result<&'static str, FetchError> {
    let mut wait = Duration::from_millis(100);
    let mut tries = 1;
    loop {
        println!("  try {tries}");
        match fetch(page, tries).await {
            Err(error) if error.may_pass() && tries < 4 => sleep(wait).await,
            result => return result,
        }
        wait *= 2;
        tries += 1;
    }
}

#[tokio::main]
async fn main() {
    for page in ["news", "nwes"] {
        let start = Instant::now();
        println!("{page}");
        let result = fetch_with_retry(page).await;
        println!("  {:.1}s {result:?}", start.elapsed().as_secs_f64());
    }
}

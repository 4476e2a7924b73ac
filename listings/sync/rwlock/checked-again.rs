use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::sync::RwLock;
use tokio::time::sleep;

#[derive(Default)]
struct Cache {
    report: RwLock<Option<&'static str>>,
    fetches: AtomicU32,
}

impl Cache {
    async fn fetch(&self) -> &'static str {
        self.fetches.fetch_add(1, Ordering::SeqCst);
        sleep(Duration::from_millis(200)).await;
        "sunny"
    }

    async fn checked_once(&self) -> &'static str {
        if let Some(report) = *self.report.read().await {
            return report;
        }
        let report = self.fetch().await;
        *self.report.write().await = Some(report);
        report
    }

    async fn checked_again(&self) -> &'static str {
        if let Some(report) = *self.report.read().await {
            return report;
        }
        let mut slot = self.report.write().await;
        if let Some(report) = *slot {
            return report;
        }
        let report = self.fetch().await;
        *slot = Some(report);
        report
    }
}

#[tokio::main]
async fn main() {
    let cache = Cache::default();
    tokio::join!(cache.checked_once(), cache.checked_once());
    println!("checked once: {} fetches", cache.fetches.into_inner());

    let cache = Cache::default();
    tokio::join!(cache.checked_again(), cache.checked_again());
    println!("checked again: {} fetch", cache.fetches.into_inner());
}

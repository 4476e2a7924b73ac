use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

struct Printer(Instant);

impl Printer {
    async fn print(&self, pages: u32) {
        sleep(Duration::from_millis(100) * pages).await;
        self.log(&format!("{pages} pages"));
    }

    async fn switch_off(self) {
        sleep(Duration::from_millis(200)).await;
        self.log("off");
    }

    fn log(&self, what: &str) {
        println!("{:.1}s {what}", self.0.elapsed().as_secs_f64());
    }
}

async fn with_printer<T>(work: impl AsyncFnOnce(&Printer) -> T) -> T {
    let printer = Printer(Instant::now());
    printer.log("on");
    let output = work(&printer).await;
    printer.switch_off().await;
    output
}

#[tokio::main]
async fn main() {
    with_printer(async |printer| printer.print(3).await).await;

    let book = with_printer(async |printer| printer.print(900).await);
    let printed = timeout(Duration::from_millis(400), book).await.is_ok();
    sleep(Duration::from_secs(1)).await;
    println!("printed: {printed}");
}

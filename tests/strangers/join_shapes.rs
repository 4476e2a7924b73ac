use std::time::Duration;
use tokio::join;
use tokio::time::sleep;

struct Shop {
    name: String,
}

impl Shop {
    async fn open(&self, millis: u64) -> usize {
        sleep(Duration::from_millis(millis)).await;
        println!("{} opens", self.name);
        self.name.len()
    }
}

fn shop(name: &str) -> Shop {
    Shop { name: name.to_string() }
}

#[tokio::main]
async fn main() {
    let bank = shop("bank");
    let sum = {
        let (a, b) = join!(bank.open(100), async { shop("bakery").open(50).await },);
        a + b
    };
    println!("{sum}");
    println!("{}", match join!(async { 1 }, async { 2 }) { (1, 2) => "both", _ => "none" });
    let nested = join!(async { join!(async { 1 }, async { 2 }) }, async { tokio::join!(async { 3 }) });
    println!("{nested:?}");
    let one = tokio::join!(async { "alone" },).0;
    println!("{one}");
    let () = tokio::join!();
    let closure = async || join!(async { 4 }, async { 5 }).1;
    println!("{}", closure().await + join!(biased; async { 6 }, async { 7 }).0);
    if let (Some(x), None::<i32>) = join!(async { Some(8) }, async { None }) { println!("{x}") }
    let many = [join!(std::future::ready(9), bank.open(1)), join!(async move { 10 }, async { shop("a").open(1).await })];
    println!("{many:?}")
}

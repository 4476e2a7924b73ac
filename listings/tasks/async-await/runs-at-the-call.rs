use std::time::Duration;
use tokio::time::sleep;

fn ship(parcel: String) -> impl Future<Output = String> {
    println!("{parcel}: label printed");
    async move {
        println!("{parcel}: on the van");
        sleep(Duration::from_secs(1)).await;
        format!("{parcel}: delivered")
    }
}

#[tokio::main]
async fn main() {
    let delivery = ship(String::from("books"));
    println!("ship has returned");
    println!("{}", delivery.await);
}

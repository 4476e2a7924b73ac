async fn brew(cups: u32) -> String {
    println!("brewing");
    format!("{cups} cups of coffee")
}

#[tokio::main]
async fn main() {
    println!("before the call");
    let coffee = brew(2);
    println!("after the call");
    let served = coffee.await;
    println!("after the await: {served}");
}

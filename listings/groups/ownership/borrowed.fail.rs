#[tokio::main]
async fn main() {
    let order = String::from("two soups");
    let kitchen = tokio::spawn(async {
        println!("cooking {order}");
    });
    kitchen.await.expect("the kitchen does not panic");
}

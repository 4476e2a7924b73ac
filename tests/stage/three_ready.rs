#[tokio::main]
async fn main() {
    let tasks = ["a", "b", "c"].map(|name| {
        tokio::spawn(async move {
            println!("{name}");
        })
    });
    for task in tasks {
        task.await.expect("it does not panic");
    }
}

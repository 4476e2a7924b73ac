#[tokio::main]
async fn main() {
    let reading = tokio::spawn(async {
        let celsius: i32 = "21".parse()?;
        Ok(celsius + 273)
    });
    println!("{:?}", reading.await.expect("the task does not panic"));
}

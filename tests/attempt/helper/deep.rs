pub async fn nap(seconds: u64) {
    tokio::time::sleep(std::time::Duration::from_secs(seconds)).await;
    println!("had a nap");
}

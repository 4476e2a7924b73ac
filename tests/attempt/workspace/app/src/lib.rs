pub mod pot;

#[tokio::test(start_paused = true)]
async fn a_pot_takes_its_time() {
    let start = tokio::time::Instant::now();
    pot::brew(3).await;
    assert_eq!(start.elapsed().as_secs(), 180);
}

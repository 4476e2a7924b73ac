pub async fn breakfast() {
    tokio::join!(egg_timer::boil(3), egg_timer::boil(5));
}

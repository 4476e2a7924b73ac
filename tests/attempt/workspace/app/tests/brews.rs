#[tokio::test]
async fn brews() {
    tea_room::pot::brew(2).await;
}

use bytes::Bytes;
use futures::StreamExt;
use rand::{Rng, SeedableRng};

#[tokio::main]
async fn main() {
    let (sender, receiver) = async_channel::bounded(1);
    sender.send(Bytes::from_static(b"egg")).await.expect("the channel is open");
    drop(sender);
    tracing::info!("nobody listens");
    let eggs: Vec<Bytes> = receiver.collect().await;
    let dice = rand::rngs::SmallRng::seed_from_u64(1).random_range(1..=6);
    println!("{eggs:?} {}", (1..=6).contains(&dice));
    let token = tokio_util::sync::CancellationToken::new();
    token.cancel();
    let _: Option<u8> = tokio_stream::StreamExt::next(&mut tokio_stream::empty::<u8>()).await;
}

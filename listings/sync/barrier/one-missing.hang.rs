use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Barrier;
use tokio::task::JoinSet;
use tokio::time::sleep;

async fn walk(name: &str, seconds: f64) -> Result<(), String> {
    sleep(Duration::from_secs_f64(seconds)).await;
    match name {
        "Cleo" => Err(format!("{name} has hurt a foot")),
        _ => Ok(()),
    }
}

async fn hike(
    name: &str,
    to_hut: f64,
    hut: Arc<Barrier>,
) -> Result<(), String> {
    walk(name, to_hut).await?;
    println!("{name} is at the hut");
    hut.wait().await;
    Ok(())
}

#[tokio::main]
async fn main() {
    let hut = Arc::new(Barrier::new(3));
    let mut hikers = JoinSet::new();
    for (name, to_hut) in [("Ann", 0.5), ("Bob", 1.2), ("Cleo", 0.8)] {
        hikers.spawn(hike(name, to_hut, Arc::clone(&hut)));
    }
    while let Some(result) = hikers.join_next().await {
        println!("{:?}", result.expect("hikers do not panic"));
    }
}

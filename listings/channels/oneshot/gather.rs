use futures::future::join_all;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::{Instant, sleep};

type Answer = oneshot::Receiver<Result<f64, String>>;

fn ask(station: &'static str) -> Answer {
    let (tx, rx) = oneshot::channel();
    tokio::spawn(async move {
        let (seconds, answer) = match station {
            "harbor" => (0.5, Some(Ok(12.5))),
            "ridge" => (1.5, Some(Err("the sensor is frozen".to_string()))),
            _ => (1.0, None),
        };
        sleep(Duration::from_secs_f64(seconds)).await;
        if let Some(answer) = answer {
            let _ = tx.send(answer);
        }
    });
    rx
}

async fn reading(answer: Answer) -> Result<f64, String> {
    match answer.await {
        Ok(result) => result,
        Err(_) => Err("no answer".to_string()),
    }
}

#[tokio::main]
async fn main() {
    let stations = ["harbor", "ridge", "lake"];
    let start = Instant::now();
    let all = join_all(stations.map(|name| reading(ask(name)))).await;
    println!("after {:.1}s:", start.elapsed().as_secs_f64());
    for (name, result) in stations.iter().zip(all) {
        println!("{name}: {result:?}");
    }
}

use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::{Instant, sleep, timeout};

async fn plan_route(reply: oneshot::Sender<&str>, start: Instant) {
    sleep(Duration::from_secs(2)).await;
    let now = start.elapsed().as_secs_f64();
    match reply.send("along the coast") {
        Ok(()) => println!("{now:.1}s planner: sent the route"),
        Err(route) => println!("{now:.1}s planner: nobody wants {route:?}"),
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, rx) = oneshot::channel();
    let planner = tokio::spawn(plan_route(tx, start));

    let answer = timeout(Duration::from_secs(1), rx).await;
    let now = start.elapsed().as_secs_f64();
    match answer {
        Ok(Ok(route)) => println!("{now:.1}s driver: I go {route}"),
        Ok(Err(_)) => println!("{now:.1}s driver: the planner has no route"),
        Err(_) => println!("{now:.1}s driver: too late, I follow the signs"),
    }
    planner.await.expect("the planner does not panic");
}

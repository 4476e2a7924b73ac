use std::time::Duration;
use tokio::sync::watch;
use tokio::time::timeout;

async fn report(event: &str, light: &mut watch::Receiver<&str>) {
    let wait = timeout(Duration::from_millis(100), light.changed());
    let answer = match wait.await {
        Ok(Ok(())) => "a change",
        Ok(Err(_)) => "the lamp is gone",
        Err(_) => "no change",
    };
    println!("{event}: {answer}");
}

#[tokio::main]
async fn main() {
    let (lamp, mut light) = watch::channel("red");
    report("the initial value", &mut light).await;

    lamp.send("green").expect("somebody is looking");
    report("another value", &mut light).await;
    report("nothing since", &mut light).await;

    lamp.send("green").expect("somebody is looking");
    report("the same value again", &mut light).await;

    lamp.send_if_modified(|light| {
        let differs = *light != "green";
        *light = "green";
        differs
    });
    report("the same value, compared", &mut light).await;

    lamp.send("yellow").expect("somebody is looking");
    report("seen by another", &mut lamp.subscribe()).await;
    report("not seen yet", &mut light).await;
}

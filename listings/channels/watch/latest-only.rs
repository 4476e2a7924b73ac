use std::time::Duration;
use tokio::sync::watch;
use tokio::time::sleep;

async fn display(mut reading: watch::Receiver<i32>) {
    loop {
        let celsius = *reading.borrow_and_update();
        println!("display draws {celsius}");
        sleep(Duration::from_millis(500)).await;
        if reading.changed().await.is_err() {
            break;
        }
    }
    println!("no sensor any more");
}

#[tokio::main]
async fn main() {
    let (sensor, reading) = watch::channel(17);
    let display = tokio::spawn(display(reading));

    for celsius in 18..=21 {
        sleep(Duration::from_millis(200)).await;
        sensor.send(celsius).expect("the display is there");
        println!("sensor sent {celsius}");
    }
    drop(sensor);

    display.await.expect("the display does not panic");
}

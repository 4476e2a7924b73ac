use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::sleep;

async fn stamp(parcel: Arc<String>) {
    {
        let ink = Rc::new(String::from("red"));
        println!("{parcel}: stamped in {ink}");
    }
    sleep(Duration::from_millis(200)).await;
    println!("{parcel}: on the van");
}

#[tokio::main]
async fn main() {
    let parcel = Arc::new(String::from("books"));
    let route = vec!["Bern", "Basel"];

    let desk = tokio::spawn(stamp(Arc::clone(&parcel)));
    desk.await.expect("stamping does not panic");

    let cargo = Arc::clone(&parcel);
    let van = tokio::spawn(async move {
        for town in &route {
            sleep(Duration::from_millis(300)).await;
            println!("{cargo}: in {town}");
        }
        route
    });
    let route = van.await.expect("driving does not panic");
    println!("{parcel}: delivered after {} towns", route.len());
}

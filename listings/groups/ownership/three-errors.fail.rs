use std::rc::Rc;
use std::time::Duration;
use tokio::time::sleep;

async fn stamp(parcel: &str) {
    let ink = Rc::new(String::from("red"));
    println!("{parcel}: stamped in {ink}");
    sleep(Duration::from_millis(200)).await;
    println!("{parcel}: on the van");
}

#[tokio::main]
async fn main() {
    let parcel = String::from("books");
    let route = vec!["Bern", "Basel"];

    let desk = tokio::spawn(stamp(&parcel));
    desk.await.expect("stamping does not panic");

    let van = tokio::spawn(async {
        for town in &route {
            sleep(Duration::from_millis(300)).await;
            println!("{parcel}: in {town}");
        }
    });
    van.await.expect("driving does not panic");
    println!("{parcel}: delivered after {} towns", route.len());
}

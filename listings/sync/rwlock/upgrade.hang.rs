use tokio::sync::RwLock;

#[tokio::main]
async fn main() {
    let free_seats = RwLock::new(1);

    let seats = free_seats.read().await;
    if *seats > 0 {
        println!("there is a seat");
        *free_seats.write().await -= 1;
        println!("the seat is booked");
    }
}

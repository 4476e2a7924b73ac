use tokio::sync::Semaphore;

#[tokio::main]
async fn main() {
    let boats = Semaphore::new(2);

    let boat = boats.acquire().await.expect("never closed");
    println!("one is out: {}", boats.available_permits());
    drop(boat);
    println!("it is back: {}", boats.available_permits());

    let boat = boats.acquire().await.expect("never closed");
    boat.forget();
    println!("one is lost: {}", boats.available_permits());

    boats.add_permits(3);
    println!("three are bought: {}", boats.available_permits());

    let sold = boats.forget_permits(9);
    println!("{sold} are sold: {}", boats.available_permits());
    println!("try_acquire: {:?}", boats.try_acquire().map(|_| ()));
}

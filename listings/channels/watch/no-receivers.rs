use tokio::sync::watch::{self, error::SendError};

#[tokio::main]
async fn main() {
    let (price, first) = watch::channel(100);
    drop(first);

    if let Err(SendError(refused)) = price.send(110) {
        println!("refused: {refused}, the price is {}", *price.borrow());
    }

    let before = price.send_replace(120);
    println!("stored: it was {before}, the price is {}", *price.borrow());

    let till = price.subscribe();
    println!("till reads {}", *till.borrow());

    price.send(130).expect("the till listens");
    println!("till reads {}", *till.borrow());
}

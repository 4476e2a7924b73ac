use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinSet;
use tokio::time::sleep;

struct Dish {
    number: u32,
    ready: oneshot::Sender<u32>,
}

async fn serve(dishes: u32, kitchen: mpsc::Sender<Dish>) {
    for number in 1..=dishes {
        let (ready, bell) = oneshot::channel();
        let dish = Dish { number, ready };
        kitchen.send(dish).await.expect("the kitchen is open");
        let plate = bell.await.expect("the kitchen cooks every dish");
        println!("dish {plate} is served");
    }
}

async fn waiter(mut tables: mpsc::Receiver<u32>, kitchen: mpsc::Sender<Dish>) {
    let mut serving = JoinSet::new();
    while let Some(dishes) = tables.recv().await {
        serving.spawn(serve(dishes, kitchen.clone()));
    }
    serving.join_all().await;
}

async fn kitchen(mut dishes: mpsc::Receiver<Dish>) {
    while let Some(dish) = dishes.recv().await {
        sleep(Duration::from_millis(200)).await;
        let _ = dish.ready.send(dish.number);
    }
}

#[tokio::main]
async fn main() {
    let (to_waiter, tables) = mpsc::channel(2);
    let (to_kitchen, dishes) = mpsc::channel(2);
    let waiter = tokio::spawn(waiter(tables, to_kitchen));
    let kitchen = tokio::spawn(kitchen(dishes));

    for dishes in [5, 6] {
        println!("a table orders {dishes} dishes");
        to_waiter.send(dishes).await.expect("the waiter is there");
        sleep(Duration::from_secs(2)).await;
    }
    drop(to_waiter);
    waiter.await.expect("the waiter does not panic");
    kitchen.await.expect("the kitchen does not panic");
}

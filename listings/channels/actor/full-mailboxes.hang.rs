use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

enum Note {
    Table { dishes: u32 },
    Ready { dish: u32 },
}

async fn waiter(mut notes: mpsc::Receiver<Note>, kitchen: mpsc::Sender<u32>) {
    while let Some(note) = notes.recv().await {
        match note {
            Note::Table { dishes } => {
                for dish in 1..=dishes {
                    kitchen.send(dish).await.expect("the kitchen is open");
                }
            }
            Note::Ready { dish } => println!("dish {dish} is served"),
        }
    }
}

async fn kitchen(mut dishes: mpsc::Receiver<u32>, waiter: mpsc::Sender<Note>) {
    while let Some(dish) = dishes.recv().await {
        sleep(Duration::from_millis(200)).await;
        let note = Note::Ready { dish };
        waiter.send(note).await.expect("the waiter is there");
    }
}

#[tokio::main]
async fn main() {
    let (to_waiter, notes) = mpsc::channel(2);
    let (to_kitchen, dishes) = mpsc::channel(2);
    tokio::spawn(waiter(notes, to_kitchen));
    let kitchen = tokio::spawn(kitchen(dishes, to_waiter.clone()));

    for dishes in [5, 6] {
        println!("a table orders {dishes} dishes");
        let order = Note::Table { dishes };
        to_waiter.send(order).await.expect("the waiter is there");
        sleep(Duration::from_secs(2)).await;
    }
    kitchen.await.expect("the kitchen does not panic");
}

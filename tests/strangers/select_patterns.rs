use std::time::Duration;
use tokio::sync::{broadcast, mpsc, oneshot, watch};
use tokio::time::sleep;

#[derive(Debug)]
enum Order {
    Soup { bowls: u32 },
    Bread(u32, &'static str),
    Nothing,
}

#[tokio::main]
async fn main() {
    let (orders, mut kitchen) = mpsc::unbounded_channel();
    let (quit, mut quitting) = oneshot::channel::<&str>();
    let (news, mut paper) = broadcast::channel::<u8>(4);
    let (level, mut gauge) = watch::channel(0);
    tokio::spawn(async move {
        for order in [Order::Soup { bowls: 2 }, Order::Bread(1, "rye"), Order::Nothing] {
            orders.send(order).unwrap();
            sleep(Duration::from_millis(60)).await;
        }
        news.send(7).unwrap();
        sleep(Duration::from_millis(60)).await;
        level.send_replace(3);
        sleep(Duration::from_millis(60)).await;
        quit.send("bye").unwrap();
        sleep(Duration::from_millis(60)).await;
    });
    let mut bowls_left = 2;
    let mut open = true;
    loop {
        tokio::select! {
            Some(Order::Soup { bowls } | Order::Bread(bowls, _)) = kitchen.recv(), if bowls_left > 0 => {
                bowls_left -= 1;
                println!("{bowls} of something")
            }
            Ok(page @ 1..=9) = paper.recv() => println!("page {page}"),
            Ok(()) = gauge.changed(), if open && !gauge.borrow().eq(&9) => {
                open = false;
                let level = *gauge.borrow_and_update();
                println!("level {level}");
            },
            word = &mut quitting => {
                let Ok(word) = word else { break };
                println!("{word}");
                break;
            }
        }
    }
    let (a, mut b) = tokio::select! { (a, .., b) = async { (1, 2, String::from("b")) } => (a, b) };
    b += "!";
    println!("{a}{b}");
    let none: Option<u8> = None;
    println!("{}", tokio::select! { Some(n) = async { none } => n, [x, ..] = async { [9, 8] }, if none.is_some() => x, else => 4 });
    tokio::select! { ref text = async { String::from("by ref") } => println!("{text}"), }
    tokio::select! { mut list = async { vec![1] } => { list.push(2); println!("{list:?}") } }
}

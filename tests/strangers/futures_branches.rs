// The macros and functions of `futures` that poll several futures in one task.

use futures::future::{self, Either, Join, Select};
use futures::{FutureExt, join, pin_mut, select, select_biased, try_join};
use std::time::Duration;
use tokio::time::sleep;

async fn after(millis: u64, value: u32) -> u32 {
    sleep(Duration::from_millis(millis)).await;
    value
}

async fn fallible(millis: u64, value: u32) -> Result<u32, u32> {
    match after(millis, value).await {
        odd if odd % 2 == 1 => Err(odd),
        even => Ok(even),
    }
}

fn both<A: Future, B: Future>(a: A, b: B) -> Join<A, B> {
    future::join(a, b)
}

fn either<A: Future + Unpin, B: Future + Unpin>(a: A, b: B) -> Select<A, B> {
    future::select(a, b)
}

#[tokio::main]
async fn main() {
    println!("{:?} {:?}", join!(after(200, 1), after(100, 2)), join!(after(1, 3),));
    println!("{:?}", try_join!(fallible(500, 2), fallible(200, 3)));
    let (one, two) = (after(300, 1).fuse(), after(100, 2).fuse());
    pin_mut!(one, two);
    loop {
        select! {
            value = one => println!("one {value}"),
            value = two => {
                println!("two {value}");
            }
            complete => break,
        }
    }
    let mut third = Box::pin(after(300, 3).fuse());
    let text = select_biased! {
        value = third => format!("third {value}"),
        _ = Box::pin(after(100, 4)).fuse() => "fourth".to_string(),
    };
    println!("{text}");
    let now = select! { value = third => value, default => 0 };
    println!("{now} {}", third.await);
    match either(Box::pin(after(200, 1)), Box::pin(after(400, 2))).await {
        Either::Left((value, rest)) => println!("left {value}, then {}", rest.await),
        Either::Right((value, _)) => println!("right {value}"),
    }
    let many = [after(300, 1).boxed(), after(100, 2).boxed(), after(200, 3).boxed()];
    let (value, index, rest) = future::select_all(many).await;
    println!("{value} {index} {:?}", future::join_all(rest).await);
    let tries = [
        fallible(100, 1).boxed(),
        fallible(300, 4).boxed(),
        fallible(200, 5).boxed(),
    ];
    let (value, rest) = future::select_ok(tries).await.unwrap();
    println!("{value} {}", rest.len());
    println!(
        "{:?} {:?}",
        both(after(5, 1), after(6, 2)).await,
        future::join3(after(5, 1), after(6, 2), after(1, 3)).await
    );
    println!("{:?}", future::try_join(fallible(300, 2), fallible(100, 4)).await);
    println!(
        "{:?}",
        future::try_join3(fallible(300, 2), fallible(100, 3), fallible(200, 5)).await
    );
}

use std::time::Duration;
use tokio::select;
use tokio::time::{Sleep, sleep};

fn ms(millis: u64) -> Sleep {
    sleep(Duration::from_millis(millis))
}

fn double(n: u32) -> u32 { n * 2 }

#[tokio::main]
async fn main() {
    let value = select! {
        _ = ms(50) => 1,
        _ = ms(150) => 2
    };
    println!("{value}");
    let value: u32 = select! {
        () = ms(150) => { 1 }
        () = ms(50) => double(2) + { 1 },
    } + 10;
    println!("{value}");
    select! { _ = ms(1) => println!("no comma") }
    select! { _ = ms(1) => {} }
    select! { biased; _ = ms(1) => (), }
    println!("{}", select! { biased; x = async { 1 } => x, else => 0 });
    println!("{}", select! { x = async { None::<u8> } => { x.is_some() }, _ = ms(100) => true });
    let text = select! {
        biased;
        text = async { String::from("owned") } => if text.is_empty() { "empty".to_owned() } else { text },
        _ = ms(10), if value > 100 => match value { 0 => String::new(), _ => "many".into() },
    };
    println!("{text}");
    let on = false;
    println!("{}", select! { _ = ms(1), if on => "on", else => "off" });
    println!("{}", select! { _ = ms(1), if !on => { "on" } else => { "off" } });
    let f = async |n: u64| select! { _ = ms(n) => n, _ = async { ms(125).await } => 125 };
    println!("{} {}", f(50).await, f(200).await);
    let nested = select! {
        x = async { select! { _ = ms(50) => 'a', _ = ms(100) => 'b' } } => x,
        y = async { ms(200).await; 'c' } => y,
    };
    println!("{nested}");
    let fns: Vec<Box<dyn Fn(u32) -> u32>> = select! { _ = ms(1) => vec![Box::new(double), Box::new(|x| x + 1)] };
    println!("{:?}", fns.iter().map(|f| f(4)).collect::<Vec<_>>());
    println!("{}", select! { else => "nothing to wait for" });
}

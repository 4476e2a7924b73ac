use std::fmt::{Result, Write};

#[allow(non_upper_case_globals)]
const text: u8 = 1;
#[allow(non_upper_case_globals)]
static source: &str = "static";

enum Option {
    Some,
    None,
}
use Option::{None, Some};

struct String;
struct Branch<T>(T);
struct Lane;
struct Box;

mod stage {
    pub fn here() -> &'static str { "my stage" }
}

macro_rules! join { ($a:expr, $b:expr) => { concat!($a, $b) } }
macro_rules! print_twice { ($($t:tt)*) => { println!($($t)*); println!($($t)*) } }

fn spawn(name: &str, at: u32, line: &u32) -> u32 {
    println!("spawned {name} {at} {line}");
    at + line
}

trait Future { fn poll(&self) -> u32 { 4 } }
impl Future for Lane {}

async fn here(future: u32) -> Branch<u32> { Branch(future) }

#[tokio::main]
async fn main() {
    print_twice!("{text} {source}");
    println!("{}", join!("a", "b"));
    println!("{} {}", stage::here(), spawn("here", 1, &2));
    let (future, context, out, output, disabled, mask) = (1, 2, 3, 4, 5, 6);
    let (a, b) = tokio::join!(here(future), here(context));
    println!("{}", a.0 + b.0);
    let sum = tokio::select! { Branch(x) = here(out + output), if disabled < mask => x + future, else => mask };
    println!("{sum} {}", Lane.poll());
    let all = tokio::try_join!(async { std::result::Result::Ok::<_, ()>(context) }, async { Ok::<_, ()>(Box) });
    println!("{}", all.map(|(n, Box)| n).unwrap());
    let made = tokio::spawn(async { match Some { Some => String, None => String } }).await;
    println!("{}", made.is_ok());
    let mut written = std::string::String::new();
    let done: Result = writeln!(written, "{text}").and_then(|()| written.write_char('!'));
    println!("{done:?} {written}");
}

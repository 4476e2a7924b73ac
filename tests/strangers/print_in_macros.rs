use std::fmt::{self, Display};

macro_rules! say {
    () => { println!() };
    ($text:literal) => { println!($text) };
    ($($key:ident = $value:expr),+ $(,)?) => {{ $(print!("{}={:?};", stringify!($key), $value);)+ println!() }};
    (to $($all:tt)*) => { ::std::println!($($all)*) };
}

macro_rules! define {
    ($($name:ident => $n:expr),*) => {
        $(async fn $name() -> u32 { let text = $n; println!("{} {text}", stringify!($name)); text })*
    };
}

define!(one => 1, two => 2);

macro_rules! both {
    ($($future:expr),*) => { tokio::join!($($future),*) };
}

macro_rules! first {
    ($($name:ident in $future:expr => $body:block)*) => {
        tokio::select! { biased; $($name = $future => $body)* }
    };
}

struct Loud<T>(T);

impl<T: Display> Display for Loud<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}!", self.0)
    }
}

#[tokio::main]
async fn main() {
    let text = "mine";
    say!();
    say!("{text}");
    say!(a = 1, b = "two", c = Loud(3).to_string());
    say!(to "{:>6}|{text}", Loud("x"));
    println!("{:?}", both!(one(), two()));
    let got = first! {
        a in one() => { a * 10 }
        b in two() => { b * 10 }
    };
    println!("{got}");
    macro_rules! local { ($e:expr) => { println!("{} is {}", stringify!($e), $e) } }
    local!(1 + 1);
    local!(both!(async { 5 }).0);
}

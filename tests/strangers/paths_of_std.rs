use std::println as say;
use std::time::{self, Duration as Span};
use std::{self, collections::BTreeMap, fmt, thread};
use std as standard;

mod inner {
    use super::*;

    pub fn hold() -> time::Duration {
        let before = tokio::time::Instant::now();
        thread::sleep(Span::from_millis(50));
        std::thread::sleep(::std::time::Duration::from_millis(50));
        before.elapsed()
    }

    pub mod deeper {
        pub fn speak(words: &[impl ::std::fmt::Debug]) {
            std::println!("{words:?}");
            ::std::print!("{} ", words.len());
            ::core::assert!(!words.is_empty());
        }
    }
}

#[derive(Debug, Default, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Key(std::string::String);

impl fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    say!("{:.1}s", inner::hold().as_secs_f64());
    inner::deeper::speak(&std::vec![1, 2]);
    standard::println!("{}", standard::format!("{}", Key("k".into())));
    let map: BTreeMap<Key, std::option::Option<u8>> = [(Key::default(), Some(1))].into();
    std::println!("{map:?}");
    let here = std::thread::current().id();
    std::assert_eq!(here, thread::current().id());
    let sleep: fn(Span) = std::thread::sleep;
    let before = tokio::time::Instant::now();
    sleep(Span::from_millis(100));
    say!("{:.1}s", before.elapsed().as_secs_f64());
    use std::io::Write as _;
    std::io::stdout().flush()
}

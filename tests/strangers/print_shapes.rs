use std::cell::RefCell;

struct Tag<const N: usize>;

impl<const N: usize> Tag<N> {
    fn show(&self) {
        println!("[{:>1$}]", N, N + 2)
    }
}

fn text(text: &str) -> usize {
    println!("{text}: {}", text.len());
    text.len()
}

async fn later(n: u8) -> u8 {
    tokio::task::yield_now().await;
    n
}

#[tokio::main]
async fn main() {
    println!();
    println! {"braces"}
    println!["brackets {}", 1,];
    print!("no end, ");
    print!("{}{}", "two ", "args");
    print!("\n");
    let (text_, width, value) = ("inline", 8, 3.14159);
    println!("{text_:-^width$}|{value:.2}|{value:>1$.3}|{0:?}", text_, width);
    println!("{0} {1} {0} {name} {{}}", 1, 2, name = "named");
    println!("{:#x} {:08b} {:+} {:e}", 255, 5, 7, 1234.5);
    println!("{:?} {:#?}", Some("x"), (1,));
    println!("{}", text("nested"));
    println!("{} {}", later(1).await, { println!("before"); later(2).await });
    let unit: () = println!("unit");
    println!("{unit:?}");
    let cell = RefCell::new(vec![1, 2]);
    cell.borrow_mut().push(3);
    println!("{:?}", cell.borrow());
    let each = |x| println!("closure {x}");
    [1, 2].into_iter().for_each(each);
    match 3 { n if n > 2 => println!("arm {n}"), _ => println!() }
    println!("many
lines \
        in one");
    println!(concat!("con", "cat {}"), stringify!(a + b));
    Tag::<3>.show();
    println!("{}", cell.borrow().len())
}

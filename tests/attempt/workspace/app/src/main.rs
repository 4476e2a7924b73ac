use tea_room::pot;

#[tokio::main]
async fn main() {
    tokio::join!(pot::brew(3), pot::brew(4));
    let sugar = if cfg!(feature = "sugar") { "with" } else { "without" };
    println!("{} {} {sugar} sugar", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
}

#[test]
fn sums() {
    assert_eq!(1 + 1, 2);
}

#![deny(unused_must_use)]

async fn save(note: &str) {
    println!("saved: {note}");
}

#[tokio::main]
async fn main() {
    save("two soups for table four");
    println!("done");
}

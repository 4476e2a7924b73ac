use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::time::{sleep, timeout};

struct Library {
    shelf: Vec<&'static str>,
    lent: Vec<&'static str>,
}

async fn lend(library: Arc<Mutex<Library>>) -> Option<()> {
    let book = library.lock().unwrap().shelf.pop()?;
    sleep(Duration::from_millis(200)).await; // stamps the book
    library.lock().unwrap().lent.push(book);
    sleep(Duration::from_millis(200)).await; // prints a receipt
    Some(())
}

#[tokio::main]
async fn main() {
    for patience in [100, 300, 500] {
        let (shelf, lent) = (vec!["Emma", "Ulysses"], vec![]);
        let library = Arc::new(Mutex::new(Library { shelf, lent }));

        let limit = Duration::from_millis(patience);
        let lending = timeout(limit, lend(Arc::clone(&library)));
        let ended = lending.await.is_ok();
        let library = library.lock().unwrap();
        let (shelf, lent) = (&library.shelf, &library.lent);
        println!("ended: {ended}, shelf {shelf:?}, lent {lent:?}");
    }
}

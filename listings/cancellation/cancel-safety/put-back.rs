use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::time::sleep;

struct Library {
    shelf: Vec<&'static str>,
    lent: Vec<&'static str>,
}

struct Taken(Arc<Mutex<Library>>, Option<&'static str>);

impl Drop for Taken {
    fn drop(&mut self) {
        self.0.lock().unwrap().shelf.extend(self.1.take());
    }
}

async fn lend(library: Arc<Mutex<Library>>) -> Option<()> {
    let book = library.lock().unwrap().shelf.pop()?;
    let mut taken = Taken(Arc::clone(&library), Some(book));
    sleep(Duration::from_millis(200)).await; // stamps the book
    sleep(Duration::from_millis(200)).await; // prints a receipt
    library.lock().unwrap().lent.extend(taken.1.take());
    Some(())
}

#[tokio::main]
async fn main() {
    let (shelf, lent) = (vec!["Emma", "Ulysses"], vec![]);
    let library = Arc::new(Mutex::new(Library { shelf, lent }));

    let lending = tokio::spawn(lend(Arc::clone(&library)));
    let ended = lending.await.is_ok();
    let library = library.lock().unwrap();
    let (shelf, lent) = (&library.shelf, &library.lent);
    println!("ended: {ended}, shelf {shelf:?}, lent {lent:?}");
}

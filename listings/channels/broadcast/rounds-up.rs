use tokio::sync::broadcast::{self, error::TryRecvError};

fn main() {
    for capacity in [1, 2, 3, 4, 5, 8, 9, 100] {
        let (prices, mut reader) = broadcast::channel(capacity);
        for price in 0..1000 {
            prices.send(price).expect("the reader exists");
        }

        let mut kept = 0;
        loop {
            match reader.try_recv() {
                Ok(_) => kept += 1,
                Err(TryRecvError::Lagged(_)) => {}
                Err(TryRecvError::Empty | TryRecvError::Closed) => break,
            }
        }
        println!("channel({capacity}) keeps {kept}");
    }
}

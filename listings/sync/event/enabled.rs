use std::collections::VecDeque;
use std::pin::pin;
use std::sync::Mutex;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::sleep;

#[derive(Default)]
struct Shelf {
    parcels: Mutex<VecDeque<&'static str>>,
    arrived: Notify,
}

impl Shelf {
    fn put(&self, parcel: &'static str) {
        println!("the {parcel} arrives");
        let mut parcels = self.parcels.lock().expect("no panic");
        parcels.push_back(parcel);
        self.arrived.notify_one();
    }

    fn look(&self) -> Option<&'static str> {
        self.parcels.lock().expect("no panic").pop_front()
    }

    async fn courier(&self) {
        loop {
            let mut arrived = pin!(self.arrived.notified());
            arrived.as_mut().enable();
            if let Some(parcel) = self.look() {
                println!("a courier takes the {parcel}");
                return;
            }
            println!("nothing there, a courier has a coffee");
            sleep(Duration::from_secs_f64(0.5)).await;
            arrived.await;
        }
    }
}

#[tokio::main]
async fn main() {
    let shelf = Shelf::default();
    let delivery = async {
        sleep(Duration::from_secs_f64(0.2)).await;
        shelf.put("book");
        shelf.put("lamp");
    };
    tokio::join!(shelf.courier(), shelf.courier(), delivery);
    println!("all have ended");
}

use tokio::sync::mpsc;

struct Desk {
    door: mpsc::Receiver<&'static str>,
    phone: mpsc::Receiver<&'static str>,
    served: u32,
}

impl Desk {
    fn greet(&mut self, guest: &str, how: &str) {
        println!("{guest} {how}");
        self.served += 1;
    }

    async fn serve_one(&mut self) {
        tokio::select! {
            Some(guest) = self.door.recv() => self.greet(guest, "walks in"),
            Some(guest) = self.phone.recv() => self.greet(guest, "calls"),
            else => (),
        }
    }
}

#[tokio::main]
async fn main() {
    let (at_the_door, door) = mpsc::channel(8);
    let (_on_the_phone, phone) = mpsc::channel(8);
    at_the_door.send("Ann").await.expect("the desk is open");

    let mut desk = Desk {
        door,
        phone,
        served: 0,
    };
    desk.serve_one().await;
    println!("served: {}", desk.served);
}

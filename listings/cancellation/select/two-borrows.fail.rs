use tokio::sync::mpsc;

struct Desk {
    door: mpsc::Receiver<&'static str>,
    phone: mpsc::Receiver<&'static str>,
    served: u32,
}

impl Desk {
    async fn walk_in(&mut self) -> Option<&'static str> {
        self.door.recv().await
    }

    async fn call(&mut self) -> Option<&'static str> {
        self.phone.recv().await
    }

    async fn serve_one(&mut self) {
        tokio::select! {
            Some(guest) = self.walk_in() => println!("{guest} walks in"),
            Some(guest) = self.call() => println!("{guest} calls"),
            else => return,
        }
        self.served += 1;
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

use tokio::sync::mpsc;

async fn guests(kind: &'static str, desk: mpsc::Sender<&'static str>) {
    for _ in 0..500 {
        desk.send(kind).await.expect("the desk is open");
    }
}

#[tokio::main]
async fn main() {
    let (at_the_door, mut door) = mpsc::channel(8);
    let (on_the_phone, mut phone) = mpsc::channel(8);
    tokio::spawn(guests("walks in", at_the_door));
    tokio::spawn(guests("calls", on_the_phone));

    let mut served = Vec::new();
    loop {
        tokio::select! {
            Some(guest) = door.recv() => served.push(guest),
            Some(guest) = phone.recv() => served.push(guest),
            else => break,
        }
    }

    for kind in ["walks in", "calls"] {
        let number = served.iter().filter(|guest| **guest == kind).count();
        println!("{kind}: {number}");
    }
}

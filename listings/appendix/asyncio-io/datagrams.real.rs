use std::io::{self, ErrorKind};
use tokio::net::UdpSocket;

async fn read(station: &UdpSocket) -> io::Result<String> {
    let mut buffer = [0; 64];
    loop {
        station.readable().await?;
        match station.try_recv_from(&mut buffer) {
            Ok((length, _)) => {
                return Ok(String::from_utf8_lossy(&buffer[..length]).into());
            }
            // It was only said to be readable.
            Err(error) if error.kind() == ErrorKind::WouldBlock => continue,
            Err(error) => return Err(error),
        }
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let station = UdpSocket::bind("127.0.0.1:0").await?;
    let sensor = UdpSocket::bind("127.0.0.1:0").await?;

    sensor.send_to(b"18.5", station.local_addr()?).await?;
    println!("read: {}", read(&station).await?);
    sensor.send_to(b"19.0", station.local_addr()?).await?;
    println!("read: {}", read(&station).await?);
    Ok(())
}

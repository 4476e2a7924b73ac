use std::io::Write;
use std::net::{SocketAddr, TcpListener};
use std::time::Duration;
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;
use tokio::process::Command;
use tokio::time::{Instant, sleep, timeout};

/// A server on a thread of its own, which answers after a while, or never.
fn server(answers_after: Option<u64>) -> std::io::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client connects");
        std::thread::sleep(Duration::from_millis(answers_after.unwrap_or(60_000)));
        stream.write_all(b"hello").expect("the client is there");
    });
    Ok(address)
}

async fn ask(address: SocketAddr) -> std::io::Result<String> {
    let mut text = String::new();
    TcpStream::connect(address).await?.read_to_string(&mut text).await?;
    Ok(text)
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let limit = Duration::from_secs(5);
    println!("{:?}", timeout(limit, ask(server(Some(100))?)).await.map_err(|_| "too slow"));
    let start = Instant::now();
    let answer = timeout(Duration::from_millis(300), ask(server(None)?)).await;
    println!("too slow: {}, after {:.1}s", answer.is_err(), start.elapsed().as_secs_f64());
    let output = Command::new("echo").arg("hi").output().await?;
    print!("{}", String::from_utf8_lossy(&output.stdout));
    let mut child = Command::new("sleep").arg("0.3").spawn()?;
    tokio::select! {
        status = child.wait() => println!("ended: {}", status?.success()),
        () = sleep(Duration::from_millis(100)) => println!("still at work"),
    }
    let status = timeout(limit, child.wait()).await;
    println!("ended in time: {}", status.is_ok());
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || sender.send("from a thread"));
    println!("{}", receiver.recv().expect("the thread sends"));
    Ok(())
}

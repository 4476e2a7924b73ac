use std::io;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt};
use tokio::io::{BufReader, duplex};
use tokio::time::{Instant, sleep, timeout};

/// Answers each line until the client goes, or says nothing for too long.
async fn serve<S>(stream: S) -> io::Result<()>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let mut stream = BufReader::new(stream);
    let patience = Duration::from_secs(30);
    let mut line = String::new();
    while let Ok(read) = timeout(patience, stream.read_line(&mut line)).await {
        if read? == 0 {
            return Ok(());
        }
        stream.write_all(line.to_uppercase().as_bytes()).await?;
        line.clear();
    }
    stream.write_all(b"bye\n").await
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> io::Result<()> {
    let start = Instant::now();
    let (client, server) = duplex(64);
    let server = tokio::spawn(serve(server));

    let mut client = BufReader::new(client);
    sleep(Duration::from_secs(10)).await;
    client.write_all(b"tea\n").await?;
    let mut lines = client.lines();
    while let Some(line) = lines.next_line().await? {
        println!("{}s {line}", start.elapsed().as_secs());
    }
    server.await.expect("the server does not panic")?;

    let (client, server) = duplex(64);
    drop(client);
    serve(server).await?;
    println!("{}s the next client is gone", start.elapsed().as_secs());
    Ok(())
}

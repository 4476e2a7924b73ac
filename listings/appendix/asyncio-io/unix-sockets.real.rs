use std::{env, fs, io, process};
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy};
use tokio::net::{UnixListener, UnixStream};

async fn echo(listener: UnixListener) -> io::Result<u64> {
    let (client, _) = listener.accept().await?;
    let (mut from, mut to) = client.into_split();
    copy(&mut from, &mut to).await
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let path = env::temp_dir().join(format!("echo-{}", process::id()));
    // A program that was killed has left its socket there.
    let _ = fs::remove_file(&path);
    let listener = UnixListener::bind(&path)?;
    let server = tokio::spawn(echo(listener));

    let mut stream = UnixStream::connect(&path).await?;
    stream.write_all(b"tea and toast").await?;
    stream.shutdown().await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    println!("{answer}");

    let copied = server.await.expect("the server does not panic")?;
    println!("{copied} bytes copied");
    fs::remove_file(&path)
}

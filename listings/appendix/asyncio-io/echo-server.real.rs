use std::io;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

async fn serve(client: TcpStream) -> io::Result<()> {
    let mut client = BufReader::new(client);
    let mut line = String::new();
    while client.read_line(&mut line).await? > 0 {
        client.write_all(line.to_uppercase().as_bytes()).await?;
        line.clear();
    }
    client.shutdown().await
}

async fn accept_all(listener: TcpListener) -> io::Result<()> {
    loop {
        let (client, _) = listener.accept().await?;
        tokio::spawn(serve(client));
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = tokio::spawn(accept_all(listener));

    let mut stream = BufReader::new(TcpStream::connect(address).await?);
    for word in ["tea\n", "cake\n"] {
        stream.write_all(word.as_bytes()).await?;
        let mut answer = String::new();
        stream.read_line(&mut answer).await?;
        print!("{answer}");
    }
    stream.shutdown().await?;
    let mut rest = String::new();
    println!("then {} bytes", stream.read_to_string(&mut rest).await?);
    server.abort();
    Ok(())
}

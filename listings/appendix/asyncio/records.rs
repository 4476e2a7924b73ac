use std::io;
use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncReadExt};

/// Reads a record such as `3:tea`: a length, a colon, and so many bytes.
async fn record<R: AsyncBufRead + Unpin>(input: &mut R) -> io::Result<String> {
    let mut length = Vec::new();
    input.read_until(b':', &mut length).await?;
    let length = String::from_utf8_lossy(&length);
    let length = length.trim_end_matches(':').parse().expect("a number");

    let mut record = vec![0; length];
    input.read_exact(&mut record).await?;
    Ok(String::from_utf8_lossy(&record).into())
}

#[tokio::main]
async fn main() {
    let mut input = &b"3:tea5:toast9:marma"[..];
    loop {
        match record(&mut input).await {
            Ok(record) => println!("{record}"),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => break,
            Err(error) => panic!("{error}"),
        }
    }
    println!("the last record is cut off");
}

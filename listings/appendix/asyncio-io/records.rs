use std::io;
use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncReadExt};

/// Reads a record such as `3:tea`: a length, a colon, and so many bytes.
/// At the end of the input there is no further one.
async fn record<R>(input: &mut R) -> io::Result<Option<String>>
where
    R: AsyncBufRead + Unpin,
{
    let mut length = Vec::new();
    if input.read_until(b':', &mut length).await? == 0 {
        return Ok(None);
    }
    let length = String::from_utf8_lossy(&length);
    let length = length.trim_end_matches(':').parse::<u16>();
    let length = length.map_err(|_| io::ErrorKind::InvalidData)?;

    let mut record = vec![0; length.into()];
    input.read_exact(&mut record).await?;
    Ok(Some(String::from_utf8_lossy(&record).into()))
}

async fn read_all(mut input: &[u8]) -> io::Result<()> {
    while let Some(record) = record(&mut input).await? {
        println!("{record}");
    }
    Ok(())
}

#[tokio::main]
async fn main() {
    for input in ["3:tea5:toast", "3:tea9:marma"] {
        match read_all(input.as_bytes()).await {
            Ok(()) => println!("the end"),
            Err(error) => println!("{}", error.kind()),
        }
    }
}

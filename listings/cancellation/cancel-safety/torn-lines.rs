use std::io;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, DuplexStream};
use tokio::time::{interval, sleep};

struct Lines {
    from: BufReader<DuplexStream>,
}

impl Lines {
    async fn next(&mut self) -> io::Result<Option<String>> {
        let mut line = String::new();
        let bytes = self.from.read_line(&mut line).await?;
        Ok((bytes > 0).then_some(line))
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let (mut far, near) = tokio::io::duplex(64);
    tokio::spawn(async move {
        for part in ["left 200\n", "right", " 90\n", "st", "op\n"] {
            far.write_all(part.as_bytes()).await?;
            sleep(Duration::from_millis(400)).await;
        }
        Ok::<_, io::Error>(())
    });

    let mut lines = Lines {
        from: BufReader::new(near),
    };
    let mut clock = interval(Duration::from_millis(500));
    loop {
        tokio::select! {
            line = lines.next() => match line? {
                Some(line) => print!("{line}"),
                None => return Ok(()),
            },
            _ = clock.tick() => {}
        }
    }
}

use std::io;
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Command;
use tokio::time::timeout;

#[tokio::main]
async fn main() -> io::Result<()> {
    let echo = Command::new("echo").arg("hello").output().await?;
    print!("{}", String::from_utf8_lossy(&echo.stdout));

    let mut script = Command::new("sh")
        .args(["-c", "echo one; echo two; exit 3"])
        .stdout(Stdio::piped())
        .spawn()?;
    let output = script.stdout.take().expect("its output is piped");
    let mut lines = BufReader::new(output).lines();
    while let Some(line) = lines.next_line().await? {
        println!("line: {line}");
    }
    println!("exit code {:?}", script.wait().await?.code());

    let mut slow =
        Command::new("sleep").arg("60").kill_on_drop(true).spawn()?;
    let waited = timeout(Duration::from_millis(200), slow.wait()).await;
    println!("in time: {}", waited.is_ok());
    slow.kill().await?;
    println!("exit code {:?}", slow.wait().await?.code());
    Ok(())
}

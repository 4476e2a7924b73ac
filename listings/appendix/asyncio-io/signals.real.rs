use std::io;
use tokio::process::Command;
use tokio::signal::unix::{SignalKind, signal};

async fn send(name: &str) -> io::Result<()> {
    // The parent of the shell is this program.
    let kill = format!("kill -s {name} $PPID");
    let shell = Command::new("sh").args(["-c", &kill]).status().await?;
    assert!(shell.success());
    Ok(())
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let mut reload = signal(SignalKind::hangup())?;
    send("HUP").await?;
    reload.recv().await;
    println!("configuration read again");

    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    send("INT").await?;
    tokio::select! {
        _ = interrupt.recv() => println!("interrupted"),
        _ = terminate.recv() => println!("terminated"),
    }
    Ok(())
}

use std::io;
use tokio::process::Command;
use tokio::signal::ctrl_c;
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

    let mut terminate = signal(SignalKind::terminate())?;
    let sender = tokio::spawn(send("INT"));
    tokio::select! {
        pressed = ctrl_c() => {
            pressed?;
            println!("interrupted");
        }
        _ = terminate.recv() => println!("terminated"),
    }
    sender.await.expect("sending does not panic")
}

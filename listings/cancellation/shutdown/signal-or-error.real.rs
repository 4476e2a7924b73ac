use std::io;
use std::time::Duration;
use tokio::process::Command;
use tokio::signal::unix::{SignalKind, signal};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

async fn serve(
    disk_full: bool,
    stop: CancellationToken,
) -> Result<(), &'static str> {
    if disk_full {
        return Err("the disk is full");
    }
    stop.cancelled().await;
    sleep(Duration::from_millis(300)).await; // says goodbye
    Ok(())
}

async fn run(disk_full: bool) -> io::Result<()> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let stop = CancellationToken::new();
    let mut server = tokio::spawn(serve(disk_full, stop.clone()));
    if !disk_full {
        // Somebody stops this program, which is the parent of the shell.
        Command::new("sh")
            .args(["-c", "kill $PPID"])
            .status()
            .await?;
    }

    tokio::select! {
        _ = interrupt.recv() => println!("interrupted"),
        _ = terminate.recv() => println!("terminated"),
        ended = &mut server => {
            println!("the server ended: {ended:?}");
            return Ok(());
        }
    }
    stop.cancel();
    println!("the server was stopped: {:?}", server.await);
    Ok(())
}

#[tokio::main]
async fn main() -> io::Result<()> {
    run(false).await?;
    run(true).await
}

use std::io;
use tokio::process::Command;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

async fn serve(full: bool, stop: CancellationToken) -> Result<(), String> {
    if full {
        return Err("the disk is full".to_string());
    }
    stop.cancelled().await;
    Ok(())
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    for full in [false, true] {
        let stop = CancellationToken::new();
        let mut server = tokio::spawn(serve(full, stop.clone()));
        if !full {
            // Somebody stops this program, which is the parent of the shell.
            let mut shell = Command::new("sh");
            shell.args(["-c", "kill $PPID"]).status().await?;
        }

        tokio::select! {
            _ = interrupt.recv() => println!("interrupted"),
            _ = terminate.recv() => println!("terminated"),
            ended = &mut server => {
                println!("the server ended: {ended:?}");
                continue;
            }
        }
        stop.cancel();
        println!("the server was stopped: {:?}", server.await);
    }
    Ok(())
}

use std::io::{self, BufRead, BufReader, PipeReader, Write};
use std::thread;
use std::time::Duration;

/// Stands for a keyboard on which somebody presses Enter after a second.
fn keyboard() -> io::Result<PipeReader> {
    let (input, mut keys) = io::pipe()?;
    thread::spawn(move || {
        thread::sleep(Duration::from_secs(1));
        println!("Enter is pressed");
        keys.write_all(b"\n")
    });
    Ok(input)
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let mut input = BufReader::new(keyboard()?);
    thread::spawn(move || input.read_line(&mut String::new()));

    tokio::time::sleep(Duration::from_millis(300)).await;
    println!("main returns");
    Ok(())
}

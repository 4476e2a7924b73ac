use std::io;
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::time::sleep;

fn main() -> io::Result<()> {
    let runtime = Runtime::new()?;
    runtime.block_on(async { sleep(Duration::from_secs(1)).await });
    println!("the call in the block found its runtime");

    runtime.block_on(sleep(Duration::from_secs(1)));
    println!("and this line is never reached");
    Ok(())
}

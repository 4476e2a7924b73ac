use tokio::sync::mpsc;
use tokio::task::JoinHandle;

async fn print(mut lines: mpsc::Receiver<String>) {
    while let Some(line) = lines.recv().await {
        println!("{line}");
    }
    println!("the printer is off");
}

struct Printer {
    lines: mpsc::Sender<String>,
    task: JoinHandle<()>,
}

impl Printer {
    fn start() -> Self {
        let (lines, receiver) = mpsc::channel(4);
        let task = tokio::spawn(print(receiver));
        Self { lines, task }
    }

    async fn stop(self) {
        let Self { lines, task } = self;
        drop(lines);
        task.await.expect("printing does not panic");
    }
}

#[tokio::main]
async fn main() {
    let printer = Printer::start();
    let line = "ticket 1".to_owned();
    printer.lines.send(line).await.expect("the printer is on");
    printer.stop().await;
    println!("good night");
}

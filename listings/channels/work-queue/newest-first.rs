use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep};

struct Stack {
    views: Mutex<Vec<&'static str>>,
    waiting: Semaphore,
}

impl Stack {
    fn push(&self, view: &'static str) {
        self.views.lock().unwrap().push(view);
        self.waiting.add_permits(1);
    }

    async fn pop(&self) -> &'static str {
        self.waiting.acquire().await.expect("never closed").forget();
        let last = self.views.lock().unwrap().pop();
        last.expect("there is a view for each permit")
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let stack = Arc::new(Stack {
        views: Mutex::default(),
        waiting: Semaphore::new(0),
    });
    let user = Arc::clone(&stack);
    tokio::spawn(async move {
        for view in ["world", "Europe", "Austria", "Vienna"] {
            sleep(Duration::from_secs_f64(0.3)).await;
            user.push(view);
        }
    });
    for _ in 0..4 {
        let view = stack.pop().await;
        let now = start.elapsed().as_secs_f64();
        println!("{now:.1}s drawing the map of {view}");
        sleep(Duration::from_secs(1)).await;
    }
}

use std::panic::resume_unwind;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

struct TaskGroup<T, E> {
    members: JoinSet<Result<T, E>>,
}

impl<T: Send + 'static, E: Send + 'static> TaskGroup<T, E> {
    fn new() -> Self {
        let members = JoinSet::new();
        Self { members }
    }

    fn spawn<F>(&mut self, member: F)
    where
        F: Future<Output = Result<T, E>> + Send + 'static,
    {
        self.members.spawn(member);
    }

    /// Waits until no member is left. The first failure cancels the others.
    /// A member's panic goes on here.
    async fn join(&mut self) -> Result<Vec<T>, Vec<E>> {
        let expected = self.members.len();
        let mut outputs = Vec::new();
        let mut errors = Vec::new();
        let mut panic = None;
        while let Some(joined) = self.members.join_next().await {
            match joined {
                Ok(Ok(output)) => outputs.push(output),
                Ok(Err(error)) => {
                    errors.push(error);
                    self.members.abort_all();
                }
                Err(stopped) if stopped.is_panic() => {
                    panic.get_or_insert(stopped.into_panic());
                    self.members.abort_all();
                }
                Err(_cancelled) => {}
            }
        }
        match panic {
            Some(payload) => resume_unwind(payload),
            None if outputs.len() == expected => Ok(outputs),
            None => Err(errors),
        }
    }
}

async fn cook(dish: &str, seconds: f64) -> Result<String, String> {
    sleep(Duration::from_secs_f64(seconds)).await;
    match dish {
        "pie" => Err("the pie is burnt".to_string()),
        "stew" => panic!("there is no recipe for stew"),
        dish => Ok(dish.to_string()),
    }
}

async fn serve(dishes: Vec<(&'static str, f64)>) {
    let start = Instant::now();
    let mut order = TaskGroup::new();
    for (dish, seconds) in dishes {
        order.spawn(cook(dish, seconds));
    }
    let table = order.join().await;
    println!("{:.1}s {table:?}", start.elapsed().as_secs_f64());
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    serve(vec![("fish", 1.0), ("soup", 0.5)]).await;
    serve(vec![("soup", 0.5), ("pie", 0.8), ("roast", 2.0)]).await;

    let third = tokio::spawn(serve(vec![("stew", 0.3), ("roast", 2.0)]));
    let error = third.await.expect_err("nobody can cook stew");
    println!("third order panicked: {}", error.is_panic());
}

tokio::task_local! {
    static REQUEST: u32;
}

async fn note(what: &str) {
    match REQUEST.try_get() {
        Ok(request) => println!("{what}: request {request}"),
        Err(_) => println!("{what}: no request"),
    }
}

async fn handle() {
    note("awaited").await;

    let task = tokio::spawn(note("spawned"));
    task.await.expect("a note does not panic");

    let task = tokio::spawn(REQUEST.scope(REQUEST.get(), note("handed over")));
    task.await.expect("a note does not panic");
}

#[tokio::main]
async fn main() {
    REQUEST.scope(17, handle()).await;
    note("outside").await;
}

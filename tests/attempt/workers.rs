use std::time::SystemTime;

#[tokio::main(flavor = "multi_thread", worker_threads = 4)]
async fn main() {
    tokio::task::block_in_place(|| println!("{}", SystemTime::now() > SystemTime::UNIX_EPOCH));
}

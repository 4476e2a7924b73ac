mod kitchen {
    pub mod stove {
        use std::time::Duration;

        pub async fn boil() {
            tokio::time::sleep(Duration::from_millis(300)).await;
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    #[tokio::main]
    pub async fn cook() {
        let start = tokio::time::Instant::now();
        tokio::spawn(stove::boil()).await.unwrap();
        println!("{:.1}s", start.elapsed().as_secs_f64());
    }
}

fn main() {
    kitchen::cook();
}

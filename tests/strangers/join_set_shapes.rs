use std::time::Duration;
use tokio::task::join_set;

type Crew = tokio::task::JoinSet<Result<u32, String>>;

#[derive(Debug, Default)]
struct Pool {
    set: Crew,
    others: join_set::JoinSet<()>,
}

impl Pool {
    fn add(&mut self, n: u32) -> &mut Self {
        self.set.spawn(async move {
            tokio::time::sleep(Duration::from_millis(u64::from(n) * 50)).await;
            if n % 2 == 0 { Err(format!("{n} is even")) } else { Ok(n) }
        });
        self
    }

    async fn drain(&mut self) -> Vec<Result<u32, String>> {
        let mut all = Vec::new();
        while let Some(Ok(result)) = self.set.join_next().await {
            all.push(result);
        }
        all
    }
}

#[tokio::main]
async fn main() {
    let mut pool = Pool { set: Crew::new(), ..Default::default() };
    pool.add(2).add(1).others.spawn(std::future::pending());
    println!("{:?} {}", pool.drain().await, pool.others.len());
    println!("{}", [&pool.others].into_iter().map(join_set::JoinSet::len).sum::<usize>());
    let id = pool.set.spawn(async { Ok(9) }).id();
    let (same, result) = pool.set.join_next_with_id().await.unwrap().unwrap();
    println!("{} {result:?} {:?}", same == id, pool.set.try_join_next().is_none());
    pool.add(3).set.spawn_blocking(|| { std::thread::sleep(Duration::from_millis(50)); Err("blocked".into()) });
    println!("{:?}", pool.set.join_next().await);
    let taken = std::mem::take(&mut pool.set);
    println!("{} {:?}", pool.set.is_empty(), taken.join_all().await);
    join_set::JoinSet::abort_all(&mut pool.others);
    println!("{}", join_set::JoinSet::join_next(&mut pool.others).await.unwrap().unwrap_err().is_cancelled());
    pool.others.shutdown().await;
    let Pool { mut set, .. } = pool;
    set.detach_all();
    println!("{:?}", set.join_next().await);
    println!("{:?}", (1..=2).map(async |n| n).collect::<join_set::JoinSet<i32>>().join_all().await.len());
}

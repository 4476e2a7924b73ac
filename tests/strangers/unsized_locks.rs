// Locks around trait objects and slices, in each kind of guard.

use std::sync::Arc;
use tokio::sync::{
    MappedMutexGuard, Mutex, MutexGuard, OwnedMutexGuard, OwnedRwLockWriteGuard, RwLock, RwLockReadGuard,
};

trait Animal: Send + Sync {
    fn says(&self) -> String;
    fn grow(&mut self);
}

#[derive(Default, Debug)]
struct Cat(u32);

impl Animal for Cat {
    fn says(&self) -> String {
        format!("meow {}", self.0)
    }

    fn grow(&mut self) {
        self.0 += 1;
    }
}

async fn owned(animal: Arc<Mutex<dyn Animal>>) -> String {
    let guard: OwnedMutexGuard<dyn Animal> = animal.lock_owned().await;
    guard.says()
}

#[tokio::main]
async fn main() {
    let cat: Arc<Mutex<dyn Animal>> = Arc::new(Mutex::new(Cat(1)));
    cat.lock().await.grow();
    println!("{}", cat.lock().await.says());
    println!("{}", owned(cat.clone()).await);
    let other: Arc<RwLock<dyn Animal>> = Arc::new(RwLock::new(Cat(5)));
    other.write().await.grow();
    {
        let guard: RwLockReadGuard<'_, dyn Animal> = other.read().await;
        println!("{}", guard.says());
    }
    let all: Vec<Arc<Mutex<dyn Animal>>> = vec![cat.clone(), Arc::new(Mutex::new(Cat(9)))];
    for animal in &all {
        println!("{}", animal.lock().await.says());
    }
    let numbers: Arc<Mutex<[i32]>> = Arc::new(Mutex::new([1, 2, 3]));
    println!("{}", numbers.lock().await.len());
    let pair = Mutex::new((1, "x".to_string()));
    {
        let guard: MutexGuard<'_, _> = pair.lock().await;
        let mut text: MappedMutexGuard<'_, String> = MutexGuard::map(guard, |pair| &mut pair.1);
        text.push('y');
    }
    println!("{:?}", pair.into_inner());
    let list = Arc::new(RwLock::new(vec![1]));
    {
        let mut guard: OwnedRwLockWriteGuard<Vec<i32>> = list.clone().write_owned().await;
        guard.push(2);
        println!("{}", guard.downgrade().len());
    }
    println!("{list:?} {:?}", Mutex::<Cat>::default());
}

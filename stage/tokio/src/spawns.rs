//! What `JoinSet`, `JoinQueue` and `JoinMap` have in common.

/// The methods by which such a set spawns lanes, whose output is `$output`. A map's methods take a key first.
///
/// The set's original is its field `.0`. `spawn_local_on` is separate, because a queue has none.
#[doc(hidden)]
#[macro_export]
macro_rules! __spawns {
    ($output:ident $(, $key:ident: $key_type:ident)? => $handle:ty) => {
        #[track_caller]
        pub fn spawn<F>(&mut self, $($key: $key_type,)? task: F) -> $handle
        where
            F: Future<Output = $output> + Send + 'static,
            $output: Send,
        {
            self.0.spawn($($key,)? TaskLane::task(task, Location::caller()))
        }

        #[track_caller]
        pub fn spawn_on<F>(&mut self, $($key: $key_type,)? task: F, handle: &Handle) -> $handle
        where
            F: Future<Output = $output> + Send + 'static,
            $output: Send,
        {
            self.0.spawn_on($($key,)? TaskLane::task(task, Location::caller()), handle)
        }

        #[track_caller]
        pub fn spawn_local<F>(&mut self, $($key: $key_type,)? task: F) -> $handle
        where
            F: Future<Output = $output> + 'static,
        {
            self.0.spawn_local($($key,)? LocalLane::local(task, Location::caller()))
        }

        #[track_caller]
        pub fn spawn_blocking<F>(&mut self, $($key: $key_type,)? f: F) -> $handle
        where
            F: FnOnce() -> $output + Send + 'static,
            $output: Send,
        {
            let lane = BlockingLane::new(f, Location::caller());
            self.0.spawn_blocking($($key,)? || lane.run())
        }

        #[track_caller]
        pub fn spawn_blocking_on<F>(&mut self, $($key: $key_type,)? f: F, handle: &Handle) -> $handle
        where
            F: FnOnce() -> $output + Send + 'static,
            $output: Send,
        {
            let lane = BlockingLane::new(f, Location::caller());
            self.0.spawn_blocking_on($($key,)? || lane.run(), handle)
        }
    };
    (local_on: $output:ident $(, $key:ident: $key_type:ident)? => $handle:ty) => {
        #[track_caller]
        pub fn spawn_local_on<F>(&mut self, $($key: $key_type,)? task: F, local_set: &LocalSet) -> $handle
        where
            F: Future<Output = $output> + 'static,
        {
            self.0
                .spawn_local_on($($key,)? LocalLane::local(task, Location::caller()), local_set)
        }
    };
}

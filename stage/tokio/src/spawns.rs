//! What those facades have in common that spawn lanes. The original of each is its field `.0`.

/// The methods by which a `JoinSet`, a `JoinQueue` or a `JoinMap` spawns lanes, whose output is `$output`. Those of a map take a key.
///
/// `spawn_local_on` is separate, because a queue has none.
#[doc(hidden)]
#[macro_export]
macro_rules! __spawns_into_set {
    ($output:ident $(, $key:ident: $key_type:ident)? => $handle:ty) => {
        #[track_caller]
        pub fn spawn<F>(&mut self, $($key: $key_type,)? task: F) -> $handle
        where
            F: Future<Output = $output> + Send + 'static,
            $output: Send,
        {
            let lane = TaskLane::task(task, Location::caller());
            $crate::__stage::spawn(lane, |lane| self.0.spawn($($key,)? lane))
        }

        #[track_caller]
        pub fn spawn_on<F>(&mut self, $($key: $key_type,)? task: F, handle: &Handle) -> $handle
        where
            F: Future<Output = $output> + Send + 'static,
            $output: Send,
        {
            let lane = TaskLane::task(task, Location::caller());
            $crate::__stage::spawn(lane, |lane| self.0.spawn_on($($key,)? lane, handle))
        }

        #[track_caller]
        pub fn spawn_local<F>(&mut self, $($key: $key_type,)? task: F) -> $handle
        where
            F: Future<Output = $output> + 'static,
        {
            let lane = LocalLane::local(task, Location::caller());
            $crate::__stage::spawn(lane, |lane| self.0.spawn_local($($key,)? lane))
        }

        #[track_caller]
        pub fn spawn_blocking<F>(&mut self, $($key: $key_type,)? f: F) -> $handle
        where
            F: FnOnce() -> $output + Send + 'static,
            $output: Send,
        {
            self.spawn_blocking_on($($key,)? f, &Handle::current())
        }

        #[track_caller]
        pub fn spawn_blocking_on<F>(&mut self, $($key: $key_type,)? f: F, handle: &Handle) -> $handle
        where
            F: FnOnce() -> $output + Send + 'static,
            $output: Send,
        {
            let closure = $crate::__Closure::new(f, handle);
            let pool = closure.pool();
            self.0.spawn_blocking_on($($key,)? || closure.run(), &pool)
        }
    };
    (local_on: $output:ident $(, $key:ident: $key_type:ident)? => $handle:ty) => {
        #[track_caller]
        pub fn spawn_local_on<F>(&mut self, $($key: $key_type,)? task: F, local_set: &LocalSet) -> $handle
        where
            F: Future<Output = $output> + 'static,
        {
            let lane = LocalLane::local(task, Location::caller());
            $crate::__stage::spawn(lane, |lane| self.0.spawn_local_on($($key,)? lane, local_set))
        }
    };
}

/// Methods that spawn lanes and return their handles, each by the kind of what is spawned: `task`, `local` task or `blocking` closure.
#[doc(hidden)]
#[macro_export]
macro_rules! __spawns_with_handle {
    ($($kind:ident $name:ident($($on:ident: $on_type:ty)?);)*) => {
        $($crate::__spawns_with_handle!(@$kind $name($($on: $on_type)?));)*
    };
    (@task $name:ident($($on:ident: $on_type:ty)?)) => {
        #[track_caller]
        pub fn $name<F>(&self, future: F $(, $on: $on_type)?) -> JoinHandle<F::Output>
        where
            F: Future + Send + 'static,
            F::Output: Send + 'static,
        {
            let lane = TaskLane::task(future, Location::caller());
            JoinHandle::of(lane, |lane| self.0.$name(lane $(, $on)?))
        }
    };
    (@local $name:ident($($on:ident: $on_type:ty)?)) => {
        #[track_caller]
        pub fn $name<F>(&self, future: F $(, $on: $on_type)?) -> JoinHandle<F::Output>
        where
            F: Future + 'static,
            F::Output: 'static,
        {
            let lane = LocalLane::local(future, Location::caller());
            JoinHandle::of(lane, |lane| self.0.$name(lane $(, $on)?))
        }
    };
    (@blocking $name:ident()) => {
        #[track_caller]
        pub fn $name<F, R>(&self, f: F) -> JoinHandle<R>
        where
            F: FnOnce() -> R + Send + 'static,
            R: Send + 'static,
        {
            self.spawn_blocking_on(f, &Handle::current())
        }
    };
    (@blocking $name:ident($on:ident: $on_type:ty)) => {
        #[track_caller]
        pub fn $name<F, R>(&self, f: F, $on: $on_type) -> JoinHandle<R>
        where
            F: FnOnce() -> R + Send + 'static,
            R: Send + 'static,
        {
            let closure = $crate::__Closure::new(f, $on);
            let pool = closure.pool();
            JoinHandle::of(closure, |closure| self.0.$name(|| closure.run(), &pool))
        }
    };
}

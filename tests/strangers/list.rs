// The programs of this folder, each with its exit code. Two tests include this list.
//
// Closures in `spawn_blocking` sleep for a while: the record would differ if a real thread ended before it is awaited.
programs! {
    #[allow(warnings, clippy::all)]
    "" "strangers/"
    actor: 0;
    async_closures: 0;
    blocking: 0;
    error_from_main: 3;
    join_set_shapes: 0;
    join_shapes: 0;
    local_set: 0;
    names_of_tokio: 0;
    nested_main: 0;
    odds_and_ends: 0;
    outside_closures: 0;
    outside_runtimes: 0;
    outside_waits: 0;
    panics: 0;
    paths_of_std: 0;
    paused_time: 0;
    print_in_macros: 0;
    print_shapes: 0;
    returned_futures: 0;
    runtimes: 0;
    second_hand: 0;
    select_borrowed: 0;
    select_control: 0;
    select_patterns: 0;
    select_shapes: 0;
    shadowed_names: 0;
    spawn_by_handle: 0;
    spawn_helpers: 0;
    streams: 0;
    sync_tools: 0;
    task_locals: 0;
    temporaries: 0;
    threads_in_turns: 0;
    timers: 0;
    trait_objects: 0;
    try_join_shapes: 0;
    types_by_name: 0;
    without_tokio: 0;
}

//! The listings of the part `appendix`, on the stage. `cargo run manifest` writes this file.

// Without this `println!` would be the original, which the stage does not see.
#[macro_use]
extern crate std as facade;

async_lessons_parts::part! {
    "appendix"
    asyncio_tasks_runner "asyncio-tasks/runner" ".rs"
    asyncio_tasks_nested_run "asyncio-tasks/nested-run" ".panic.rs"
    asyncio_tasks_alive_tasks "asyncio-tasks/alive-tasks" ".rs"
    asyncio_tasks_eager "asyncio-tasks/eager" ".rs"
    asyncio_groups_first_completed "asyncio-groups/first-completed" ".rs"
    asyncio_groups_thirty_first "asyncio-groups/thirty-first" ".rs"
    asyncio_groups_group_cancel "asyncio-groups/group-cancel" ".rs"
    asyncio_groups_reschedule "asyncio-groups/reschedule" ".rs"
    asyncio_groups_shield "asyncio-groups/shield" ".rs"
    asyncio_loop_call_later "asyncio-loop/call-later" ".rs"
    asyncio_loop_to_thread "asyncio-loop/to-thread" ".rs"
    asyncio_loop_few_threads "asyncio-loop/few-threads" ".real.rs"
    asyncio_loop_threadsafe "asyncio-loop/threadsafe" ".real.rs"
    asyncio_sync_queue_ends "asyncio-sync/queue-ends" ".rs"
    asyncio_io_echo_server "asyncio-io/echo-server" ".real.rs"
    asyncio_io_records "asyncio-io/records" ".rs"
    asyncio_io_unix_sockets "asyncio-io/unix-sockets" ".real.rs"
    asyncio_io_datagrams "asyncio-io/datagrams" ".real.rs"
    asyncio_io_child_processes "asyncio-io/child-processes" ".real.rs"
    asyncio_io_signals "asyncio-io/signals" ".real.rs"
    asyncio_syntax_generator "asyncio-syntax/generator" ".rs"
    asyncio_syntax_async_with "asyncio-syntax/async-with" ".rs"
    asyncio_syntax_exit_stack "asyncio-syntax/exit-stack" ".rs"
    asyncio_syntax_no_network "asyncio-syntax/no-network" ".rs"
}

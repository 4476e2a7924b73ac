//! The listings of the part `appendix`, on the stage. `cargo run manifest` writes this file.

// Without this `println!` would be the original, which the stage does not see.
#[macro_use]
extern crate std as facade;

async_lessons_parts::part! {
    "appendix"
    asyncio_runner "asyncio/runner" ".rs"
    asyncio_nested_run "asyncio/nested-run" ".panic.rs"
    asyncio_alive_tasks "asyncio/alive-tasks" ".rs"
    asyncio_eager "asyncio/eager" ".rs"
    asyncio_call_later "asyncio/call-later" ".rs"
    asyncio_first_completed "asyncio/first-completed" ".rs"
    asyncio_thirty_first "asyncio/thirty-first" ".rs"
    asyncio_group_cancel "asyncio/group-cancel" ".rs"
    asyncio_reschedule "asyncio/reschedule" ".rs"
    asyncio_shield "asyncio/shield" ".rs"
    asyncio_to_thread "asyncio/to-thread" ".rs"
    asyncio_few_threads "asyncio/few-threads" ".real.rs"
    asyncio_threadsafe "asyncio/threadsafe" ".real.rs"
    asyncio_queue_ends "asyncio/queue-ends" ".rs"
    asyncio_echo_server "asyncio/echo-server" ".real.rs"
    asyncio_records "asyncio/records" ".rs"
    asyncio_unix_sockets "asyncio/unix-sockets" ".real.rs"
    asyncio_datagrams "asyncio/datagrams" ".real.rs"
    asyncio_child_processes "asyncio/child-processes" ".real.rs"
    asyncio_signals "asyncio/signals" ".real.rs"
    asyncio_generator "asyncio/generator" ".rs"
    asyncio_async_with "asyncio/async-with" ".rs"
    asyncio_exit_stack "asyncio/exit-stack" ".rs"
    asyncio_no_network "asyncio/no-network" ".rs"
}

//! `tokio::signal`, which tells the stage that a signal may wake the program.

use std::io;

pub async fn ctrl_c() -> io::Result<()> {
    stage::listen_for_signals();
    ::tokio::signal::ctrl_c().await
}

#[cfg(windows)]
pub use ::tokio::signal::windows;

#[cfg(unix)]
pub mod unix {
    pub use ::tokio::signal::unix::*;

    use std::io;

    #[track_caller]
    pub fn signal(kind: SignalKind) -> io::Result<Signal> {
        stage::listen_for_signals();
        ::tokio::signal::unix::signal(kind)
    }
}

//! The options of `serve` and `build`. The package `async-lessons-site` carries them out; here they are checked and explained before it
//! is compiled.

use clap::Args;

/// The options of `serve`.
#[derive(Args, Clone, Debug)]
pub struct ServeOptions {
    /// The port
    #[arg(short, long, default_value_t = 3000)]
    pub port: u16,
    /// A name or address of this machine to listen on; by default, only this machine can connect
    #[arg(short = 'n', long, value_name = "HOST")]
    pub hostname: Option<String>,
    /// Open the book in a browser
    #[arg(short, long)]
    pub open: bool,
}

/// The options of `build`.
#[derive(Args, Clone, Copy, Debug)]
pub struct BuildOptions {
    /// Also print the whole book into target/async-rust-lessons.pdf; needs Chromium
    #[arg(long)]
    pub pdf: bool,
}

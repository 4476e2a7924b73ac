//! What `cargo run bench` is asked to measure.

/// The questions to ask, and what to do with the results: the arguments of `cargo run bench` and of the program behind it.
#[derive(Clone, Debug, clap::Args)]
pub struct Selection {
    /// The questions to ask, each a file in benches/questions
    #[arg(value_name = "QUESTION")]
    pub questions: Vec<String>,
    /// Ask all questions, which takes up to ten minutes
    #[arg(long, conflicts_with = "questions")]
    pub all: bool,
    /// Compare with the kept results, as ratios, and keep nothing
    #[arg(long)]
    pub check: bool,
}

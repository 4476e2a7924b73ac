use std::fmt::{self, Debug, Display};
use std::process::{ExitCode, Termination};
use std::time::Duration;

#[derive(Debug)]
enum AppError {
    Parse(std::num::ParseIntError),
    Task(tokio::task::JoinError),
    Slow(tokio::time::error::Elapsed),
}

macro_rules! from {
    ($($variant:ident($source:ty)),* $(,)?) => {
        $(impl From<$source> for AppError { fn from(e: $source) -> Self { Self::$variant(e) } })*
        impl std::error::Error for AppError {
            fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                Some(match self { $(Self::$variant(e) => e,)* })
            }
        }
    };
}

from!(Parse(std::num::ParseIntError), Task(tokio::task::JoinError), Slow(tokio::time::error::Elapsed));

impl Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "app: {}", std::error::Error::source(self).unwrap())
    }
}

struct Report(u8);

impl Termination for Report {
    fn report(self) -> ExitCode {
        println!("report {}", self.0);
        ExitCode::from(self.0)
    }
}

async fn parse(text: &'static str) -> Result<i32, AppError> {
    let number = tokio::spawn(async move { text.parse::<i32>() }).await??;
    let late = tokio::time::timeout(Duration::from_millis(50), std::future::pending::<()>());
    if number < 0 { late.await? }
    Ok(number)
}

#[tokio::main]
async fn main() -> Result<Report, AppError> {
    println!("{}", parse("7").await?);
    println!("{}", parse("seven").await.unwrap_err());
    println!("{}", parse("-7").await.unwrap_err());
    let (a, b) = tokio::try_join!(parse("1"), parse("2"))?;
    Ok(Report(a as u8 + b as u8))
}

use futures::future::join_all;
use std::io::{Error, ErrorKind};
use std::time::Duration;
use tokio::time::sleep;

async fn read(sensor: &str) -> Result<i32, Error> {
    sleep(Duration::from_millis(300)).await;
    match sensor {
        "cellar" => Ok(12),
        "oven" => Err(Error::new(ErrorKind::InvalidData, "oven: 999 degrees")),
        _ => Err(Error::new(ErrorKind::TimedOut, format!("{sensor}: silent"))),
    }
}

/// Hands the errors of one kind to `handle`, and gives back the others.
fn except<E>(
    errors: Vec<E>,
    is_kind: impl Fn(&E) -> bool,
    handle: impl FnOnce(Vec<E>),
) -> Vec<E> {
    let (kind, others): (Vec<E>, Vec<E>) =
        errors.into_iter().partition(is_kind);
    if !kind.is_empty() {
        handle(kind);
    }
    others
}

#[tokio::main]
async fn main() {
    let sensors = ["attic", "cellar", "oven", "shed"];
    let results = join_all(sensors.map(read)).await;
    let errors: Vec<Error> =
        results.into_iter().filter_map(Result::err).collect();

    let errors = except(
        errors,
        |error| error.kind() == ErrorKind::TimedOut,
        |silent| {
            for error in silent {
                println!("change the battery, {error}");
            }
        },
    );
    for error in errors {
        println!("not handled: {error}");
    }
}

//! On the virtual clock a listing prints the same in every order of polling, unless its chapter says that it shows the order.

use std::env;

use async_lessons::catalogue::{Catalogue, Listing};
use async_lessons::figure::Request;
use async_lessons::run::cuts::{ended, without_advice};
use async_lessons::run::orders::{Group, in_words, of_listing, orders};
use async_lessons::run::output::Output;
use async_lessons::run::{Ending, Finished};
use libtest_mimic::Failed;

use crate::requests_of;

/// The environment variable for the number of orders in which each listing runs; 2 if it is not set.
const ORDERS: &str = "ORDERS";

/// From this many orders on, a listing that is said to show the order must print something else in one of them.
const ENOUGH: u64 = 20;

/// Runs a listing in other orders than the one in which it has printed this.
pub fn check(catalogue: &Catalogue, listing: &Listing, printed: &Output) -> Result<(), Failed> {
    if !listing.suffix.is_virtual() {
        return Ok(());
    }
    let count = match env::var(ORDERS) {
        Ok(number) => number.parse()?,
        Err(_) => 2,
    };
    let shows = |request: &Request| request.shows(listing).is_some_and(|view| view.ordered);
    let is_about_order = requests_of(catalogue, listing).any(shows);
    if is_about_order && count < ENOUGH {
        return Ok(());
    }
    let groups = orders(count, |seed| of_listing(catalogue, listing, seed))?;
    let usual = Finished {
        stdout: printed.stdout.clone(),
        stderr: printed.stderr.clone(),
        ending: Ending::Exit(listing.suffix.exit_code().unwrap_or_default()),
    };
    let (printed, ended) = ended(&usual, None);
    let is_usual = |group: &Group| {
        (&group.printed, &group.errors, &group.ended) == (&printed, &without_advice(&usual.stderr), &ended)
    };
    let same = groups.iter().all(is_usual);
    match (same, is_about_order) {
        (true, false) | (false, true) => Ok(()),
        (true, true) => Err(format!(
            "{listing} prints the same in {count} orders of polling, but its chapter says with `--ordered` that it does not; remove that"
        )
        .into()),
        (false, false) => Err(format!(
            "{}\nTokio promises none of these orders. Order what {listing} prints by happens-before or by distinct instants. Or, if \
             the order is what it shows, say so in its chapter: `lessons show {listing} --ordered`",
            in_words(&listing.name(), &groups)
        )
        .into()),
    }
}

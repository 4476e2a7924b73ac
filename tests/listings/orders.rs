//! On the virtual clock a listing prints the same in every order of polling, unless its chapter says that it shows the order.

use std::env;

use async_lessons::catalogue::{Catalogue, Listing};
use async_lessons::figure::Request;
use async_lessons::run::orders::{in_words, of_listing, orders};
use async_lessons::run::output::Output;
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
    let is_about_order = requests_of(catalogue, listing).iter().any(shows);
    if is_about_order && count < ENOUGH {
        return Ok(());
    }
    let mut same = true;
    let groups = orders(count, |seed| of_listing(catalogue, listing, seed))?;
    for group in &groups {
        // The report of a deadlock is no part of what the group has printed.
        same &= printed.stdout.starts_with(&group.printed) && printed.stderr.trim_start_matches('\n') == group.errors;
    }
    same &= groups.len() == 1;
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

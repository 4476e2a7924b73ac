//! What the listings print.

use crate::clock::{Clock, clock};
use crate::lane::running;
use crate::registry;

/// Notes that the listing prints `text`, at this line of its source. The printing itself is the standard library's.
pub fn printed(line: u32, text: &str) {
    if clock() == Clock::Virtual {
        registry::printed(running(), line, text.to_owned());
    }
}

//! Cancel safety of a library's item, in a few words.

use std::fmt;

use crate::problem::{Problem, Result, problem};

/// Whether an item is cancel safe, and a remark, which may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cancel(Safety, String);

/// What is lost if a future is dropped before it has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Safety {
    /// Nothing.
    Yes,
    /// Something; the remark says what.
    No,
    /// A place in a queue, and nothing else.
    Place,
    /// What the future inside of it loses.
    Inner,
    /// What was done so far; it begins anew.
    Anew,
    /// The documentation does not say.
    Unknown,
}

impl Safety {
    /// All of them, with the words that stand for them in [`ITEMS`] and in tables.
    const ALL: [(Safety, &str, &str); 6] = [
        (Safety::Yes, "yes", "yes"),
        (Safety::No, "no", "no"),
        (Safety::Place, "place", "nothing is lost but your place in the queue"),
        (Safety::Inner, "inner", "depends on the future"),
        (Safety::Anew, "anew", "begins anew"),
        (Safety::Unknown, "unknown", "not documented"),
    ];
}

impl Cancel {
    /// Reads a word, and a remark behind a colon: `no: the message is lost`.
    ///
    /// # Errors
    /// Fails if the word is not one of a few, or if `no` has no remark.
    pub(super) fn parse(text: &str) -> Result<Cancel> {
        let (word, remark) = text.split_once(": ").unwrap_or((text, ""));
        let known = Safety::ALL.iter().find(|(_, known, _)| *known == word);
        let (safety, ..) = known.ok_or_else(|| {
            let words: Vec<&str> = Safety::ALL.iter().map(|(_, word, _)| *word).collect();
            problem!(
                "`cancel` begins with `{word}`; expected one of {}, and a remark behind a colon",
                words.join(", ")
            )
        })?;
        if *safety == Safety::No && remark.is_empty() {
            return Err(Problem::from(
                "`cancel` does not say what is lost; write it as \"no: WHAT\"",
            ));
        }
        Ok(Cancel(*safety, remark.to_owned()))
    }
}

impl fmt::Display for Cancel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Cancel(safety, remark) = self;
        let known = Safety::ALL.iter().find(|(known, ..)| known == safety);
        formatter.write_str(known.map_or("", |(_, _, words)| words))?;
        match remark {
            none if none.is_empty() => Ok(()),
            condition if condition.starts_with("if ") => write!(formatter, ", {condition}"),
            remark => write!(formatter, ": {remark}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cancel_safety_is_one_of_a_few_words_and_a_remark() {
        let shown = |text| Cancel::parse(text).map(|cancel| cancel.to_string());
        assert_eq!(shown("yes"), Ok("yes".into()));
        assert_eq!(shown("no: it burns"), Ok("no: it burns".into()));
        assert_eq!(shown("yes: if you wait"), Ok("yes, if you wait".into()));
        assert!(shown("no").is_err() && shown("maybe").is_err());
    }
}

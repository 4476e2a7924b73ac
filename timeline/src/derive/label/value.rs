//! What is known of a value from the source alone.

use std::time::Duration;

use syn::{Lit, RangeLimits};

/// The longest list that is followed.
const LONGEST_LIST: i128 = 1_000;

/// What is known of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A string.
    Text(String),
    /// An integer.
    Integer(i128),
    /// Another simple value, as `{:?}` prints it: `0.5`, `true`, `1.5s`.
    Plain(String),
    /// A variable or path whose value isn't known.
    Name(String),
    /// A tuple.
    Tuple(Vec<Value>),
    /// An array, a `Vec`, or what an iterator or a stream gives.
    List(Vec<Value>),
    /// What a call returns, such as a future. An async block and a closure count as calls with the variables that they use.
    Call(Call),
    /// Nothing is known.
    Unknown,
}

/// A call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The function's name, with the variable of a method: `fetch`, `cafe.serve`.
    pub name: String,
    /// Its arguments, in order.
    pub arguments: Vec<Value>,
}

impl Value {
    /// A call of a function.
    pub fn call(name: impl Into<String>, arguments: Vec<Value>) -> Self {
        let name = name.into();
        Self::Call(Call { name, arguments })
    }

    /// The value of a literal.
    pub fn of_literal(literal: &Lit) -> Self {
        match literal {
            Lit::Str(text) => Self::Text(text.value()),
            Lit::Int(number) => number.base10_parse().map_or(Self::Unknown, Self::Integer),
            Lit::Float(number) => number
                .base10_parse()
                .map_or(Self::Unknown, |number: f64| Self::Plain(format!("{number:?}"))),
            Lit::Bool(value) => Self::Plain(value.value.to_string()),
            Lit::Char(value) => Self::Text(value.value().to_string()),
            _ => Self::Unknown,
        }
    }

    /// The number, if it is an integer.
    pub fn integer(&self) -> Option<i128> {
        match self {
            Self::Integer(number) => Some(*number),
            _ => None,
        }
    }

    /// The list that a range gives.
    pub fn of_range(start: &Value, limits: &RangeLimits, end: &Value) -> Self {
        let (Self::Integer(start), Self::Integer(end)) = (start, end) else {
            return Self::Unknown;
        };
        let end = end + i128::from(matches!(limits, RangeLimits::Closed(_)));
        if end - start > LONGEST_LIST {
            return Self::Unknown;
        }
        Self::List((*start..end).map(Self::Integer).collect())
    }

    /// A list of the same value many times.
    pub fn of_repeat(value: &Value, length: &Value) -> Self {
        match length {
            Self::Integer(length) if (0..=LONGEST_LIST).contains(length) => {
                Self::List((0..*length).map(|_| value.clone()).collect())
            }
            _ => Self::Unknown,
        }
    }

    /// A duration, from the name of the function that makes it and its argument.
    pub fn of_duration(unit: &str, amount: &Value) -> Self {
        let whole = match amount {
            Self::Integer(amount) => u64::try_from(*amount).ok(),
            _ => None,
        };
        let duration = match (unit, whole, amount) {
            ("from_secs", Some(amount), _) => Some(Duration::from_secs(amount)),
            ("from_millis", Some(amount), _) => Some(Duration::from_millis(amount)),
            ("from_micros", Some(amount), _) => Some(Duration::from_micros(amount)),
            ("from_secs_f64", _, Self::Plain(amount)) => amount.parse().ok().map(Duration::from_secs_f64),
            _ => None,
        };
        duration.map_or(Self::Unknown, |duration| Self::Plain(format!("{duration:?}")))
    }

    /// Whether nothing happens when it is made: it is a literal, or tuples and lists of literals.
    pub fn is_plain(&self) -> bool {
        match self {
            Self::Text(_) | Self::Integer(_) | Self::Plain(_) => true,
            Self::Tuple(values) | Self::List(values) => values.iter().all(Self::is_plain),
            Self::Name(_) | Self::Call(_) | Self::Unknown => false,
        }
    }
}

//! The marks of the time axis.

/// Round instants from 0 to `end`, in virtual microseconds: as many as fit, and no more than `most` after the first.
pub fn instants(end: u64, most: u64) -> impl Iterator<Item = u64> {
    let mut steps = (0..12).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_u64.pow(power)));
    let step = steps.find(|step| end / step <= most).unwrap_or(end.max(1));
    (0..=end / step).map(move |mark| mark * step)
}

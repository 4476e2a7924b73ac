//! A row of characters with a style each.

use std::fmt;
use std::ops::Range;

use anstyle::Style;

/// Where the time axis is in the rows of a drawing.
#[derive(Clone, Copy, Debug)]
pub struct Grid {
    /// The trace's end, in virtual microseconds.
    pub end: u64,
    /// How many columns time gets.
    pub wide: usize,
}

impl Grid {
    /// The column of an instant, in virtual microseconds. Columns count from 0.
    pub fn column(self, at: u64) -> usize {
        (at as f64 / self.end as f64 * (self.wide - 1) as f64).round() as usize
    }
}

/// A row of characters, empty at first. Written out, it has no spaces at its end.
pub struct Cells(Vec<(Style, char)>);

impl Cells {
    /// A row of so many columns.
    pub fn new(wide: usize) -> Self {
        Self(vec![(Style::new(), ' '); wide])
    }

    /// Whether this stands in a column.
    pub fn is(&self, column: usize, style: Style, character: char) -> bool {
        self.0[column] == (style, character)
    }

    /// Sets one column.
    pub fn set(&mut self, column: usize, style: Style, character: char) {
        self.0[column] = (style, character);
    }

    /// Sets several columns.
    pub fn fill(&mut self, columns: Range<usize>, style: Style, character: char) {
        self.0[columns].fill((style, character));
    }

    /// Writes a text into the middle of some columns, if that leaves so many of them free. Their styles stay.
    pub fn write(&mut self, columns: Range<usize>, text: &str, free: usize) {
        let length = text.chars().count();
        if columns.len() >= length + free {
            let start = columns.start + (columns.len() - length) / 2;
            for (cell, character) in self.0[start..].iter_mut().zip(text.chars()) {
                cell.1 = character;
            }
        }
    }
}

impl fmt::Display for Cells {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cells = self.0.iter();
        let text: String = cells
            .map(|(style, character)| format!("{style}{character}{style:#}"))
            .collect();
        formatter.write_str(text.trim_end())
    }
}

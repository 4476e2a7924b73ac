//! What could not be read in a drawing.

use super::{BAR, LABEL, LaneRow, Layout, WIDTH, width};

impl Layout {
    /// What could not be read: each text that overlaps another or a bar, or exceeds the edge. A layout of [`Layout::of`] has none.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Faults::default();
        let mut lowest = 0.0;
        for row in &self.lanes {
            faults.unless(row.top >= lowest, || format!("{} overlaps what is above it", row.label));
            self.faults_of_lane(row, &mut faults);
            lowest = row.bottom();
        }
        for pair in self.ticks.windows(2) {
            let widths = (width(&pair[0].text, LABEL) + width(&pair[1].text, LABEL)) / 2.0;
            faults.unless(pair[1].x - pair[0].x > widths, || "the axis is too dense".to_owned());
        }
        for (index, entry) in self.legend.iter().enumerate() {
            let words = entry.sign.words();
            faults.unless(entry.right() <= WIDTH, || format!("“{words}” reaches over the edge"));
            let next = self.legend.get(index + 1).filter(|next| next.top == entry.top);
            let is_apart = next.is_none_or(|next| entry.right() < next.left);
            faults.unless(is_apart, || format!("“{words}” reaches into the next entry"));
        }
        let is_below = self.legend_top > lowest && self.height > self.legend_top;
        faults.unless(is_below, || "the legend overlaps a lane".to_owned());
        faults.0
    }

    fn faults_of_lane(&self, row: &LaneRow, faults: &mut Faults) {
        let label = &row.label;
        let is_left = row.indent + width(label, LABEL) < self.scale.left;
        faults.unless(is_left, || format!("{label} reaches into the plot"));
        for (index, print) in row.prints.iter().enumerate() {
            let text = &print.text;
            let is_inside = print.left >= 0.0 && print.right <= WIDTH;
            faults.unless(is_inside, || format!("“{text}” reaches over the edge"));
            faults.unless(print.base > row.top + BAR, || format!("“{text}” overlaps its bar"));
            for other in row.prints[index + 1..].iter().filter(|other| other.base == print.base) {
                faults.unless(print.is_apart_from(other), || {
                    format!("“{text}” overlaps “{}”", other.text)
                });
            }
        }
    }
}

#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn unless(&mut self, is_good: bool, fault: impl FnOnce() -> String) {
        if !is_good {
            self.0.push(fault());
        }
    }
}

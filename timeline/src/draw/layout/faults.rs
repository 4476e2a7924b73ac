//! What could not be read in a drawing.

use super::{BAR, LABEL, LaneRow, Layout, SMALL, WIDTH, width};

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
        faults.unless(self.height >= lowest, || "a lane reaches over the edge".to_owned());
        faults.0
    }

    fn faults_of_lane(&self, row: &LaneRow, faults: &mut Faults) {
        let label = &row.label;
        let is_left = row.indent + width(label, LABEL) < self.scale.left;
        faults.unless(is_left, || format!("{label} reaches into the plot"));
        for (index, mark) in row.marks.iter().enumerate() {
            let numbers = &mark.numbers;
            let is_inside = mark.left >= 0.0 && mark.right <= WIDTH;
            faults.unless(is_inside, || format!("{numbers} reaches over the edge"));
            let is_wide = mark.right - mark.left >= width(numbers, SMALL);
            faults.unless(is_wide, || format!("{numbers} is wider than its mark"));
            faults.unless(mark.top >= row.top + BAR, || format!("{numbers} overlaps its bar"));
            for other in row.marks[index + 1..].iter().filter(|other| other.top == mark.top) {
                faults.unless(mark.is_apart_from(other), || {
                    format!("{numbers} overlaps {}", other.numbers)
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

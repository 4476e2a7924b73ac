//! The characters and colors of a drawing. A color says nothing that its character does not say.

use anstyle::{AnsiColor, Style};

use crate::trace::{Outcome, State};

/// The characters, of which there are two sets.
#[derive(Clone, Copy, Debug)]
pub struct Glyphs {
    /// Whether only ASCII characters may be used.
    pub is_ascii: bool,
}

impl Glyphs {
    fn of(self, pretty: char, ascii: char) -> char {
        if self.is_ascii { ascii } else { pretty }
    }

    /// What a segment consists of.
    pub fn state(self, state: State) -> char {
        match state {
            State::Blocking => self.of('█', '@'),
            State::Lock => self.of('▒', '#'),
            State::Event => self.of('┈', '~'),
            State::Task => self.of('╌', '.'),
            State::Timer => self.of('─', '-'),
            State::Branches => self.of('═', '='),
            State::Outside => self.of('≈', '*'),
            State::Unknown => '?',
            State::Ready => self.of('░', ':'),
        }
    }

    /// The style of a segment.
    pub fn style(self, state: State) -> Style {
        match state {
            State::Blocking => AnsiColor::Red.on_default(),
            State::Lock => AnsiColor::Yellow.on_default(),
            State::Event => AnsiColor::Magenta.on_default(),
            State::Task | State::Branches | State::Ready | State::Unknown => Style::new().dimmed(),
            State::Outside => AnsiColor::Green.on_default(),
            State::Timer => AnsiColor::Cyan.on_default(),
        }
    }

    /// The mark at a lane's end.
    pub fn outcome(self, outcome: Option<Outcome>) -> char {
        match outcome {
            Some(Outcome::Done) => self.of('┤', '|'),
            Some(Outcome::Cancelled) => self.of('╳', 'X'),
            Some(Outcome::Released) => ':',
            Some(Outcome::Panicked) => '!',
            None => self.of('»', '>'),
        }
    }

    /// The mark where something is printed.
    pub fn print(self) -> char {
        self.of('●', 'o')
    }

    /// The mark where a handle is dropped.
    pub fn detached(self) -> char {
        self.of('○', '%')
    }

    /// What a hold consists of.
    pub fn hold(self) -> char {
        self.of('▓', '+')
    }

    /// The first character of a hold.
    pub fn hold_begins(self) -> char {
        self.of('▐', '[')
    }
}

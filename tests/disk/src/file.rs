//! One file: what was done to it since it was last made durable.

use crate::dice::Dice;
use std::fs::File;
use std::io::{Read as _, Result, Seek as _, SeekFrom};
use std::path::Path;

/// What a disk writes as a whole or not at all.
const SECTOR: u64 = 512;

/// Something that is not durable yet, with what it takes to undo it.
struct Step {
    at: u64,
    before: Vec<u8>,
    length_before: u64,
    /// What was written; `None` where the file was cut off at `at`.
    written: Option<Vec<u8>>,
}

/// The steps since the file was last durable, oldest first.
#[derive(Default)]
pub struct Unsafe(Vec<Step>);

/// What of the steps survives a cut of the power.
#[derive(Clone, Copy, Debug)]
enum Luck {
    /// None of it.
    Nothing,
    /// All of it, the last write too.
    Everything,
    /// Each sector or not.
    Sectors,
    /// The first steps.
    First(usize),
}

impl Unsafe {
    /// Notes bytes that are about to be written.
    pub fn write(&mut self, path: &Path, at: u64, bytes: &[u8]) -> Result<()> {
        let (length_before, before) = part(path, at, bytes.len() as u64)?;
        self.0.push(Step {
            at,
            before,
            length_before,
            written: Some(bytes.to_vec()),
        });
        Ok(())
    }

    /// Notes that the file is about to be cut off.
    pub fn truncate(&mut self, path: &Path, at: u64) -> Result<()> {
        let (length_before, before) = part(path, at, u64::MAX)?;
        self.0.push(Step {
            at,
            before,
            length_before,
            written: None,
        });
        Ok(())
    }

    /// Everything is durable.
    pub fn synced(&mut self) {
        self.0.clear();
    }

    /// What may be left of the file when the power goes now.
    pub fn left(&self, path: &Path, dice: &mut Dice) -> Result<Vec<u8>> {
        let mut bytes = std::fs::read(path)?;
        for step in self.0.iter().rev() {
            step.undo(&mut bytes);
        }
        let luck = match dice.throw(4) {
            0 => Luck::Nothing,
            1 => Luck::Everything,
            2 => Luck::Sectors,
            _ => Luck::First(dice.throw(self.0.len() as u64 + 1) as usize),
        };
        for (number, step) in self.0.iter().enumerate() {
            step.redo(&mut bytes, |dice| luck.keeps(number, dice), dice);
        }
        Ok(bytes)
    }
}

impl Luck {
    fn keeps(self, number: usize, dice: &mut Dice) -> bool {
        match self {
            Self::Nothing => false,
            Self::Everything => true,
            Self::Sectors => dice.throw(2) == 0,
            Self::First(steps) => number < steps,
        }
    }
}

impl Step {
    fn undo(&self, bytes: &mut Vec<u8>) {
        bytes.resize(self.length_before as usize, 0);
        put(bytes, self.at, &self.before);
    }

    fn redo(&self, bytes: &mut Vec<u8>, keeps: impl Fn(&mut Dice) -> bool, dice: &mut Dice) {
        let Some(written) = &self.written else {
            if keeps(dice) {
                bytes.truncate(self.at as usize);
            }
            return;
        };
        let mut from = 0;
        while from < written.len() {
            let next = (self.at + from as u64) / SECTOR * SECTOR + SECTOR;
            let to = written.len().min((next - self.at) as usize);
            if keeps(dice) {
                put(bytes, self.at + from as u64, &written[from..to]);
            }
            from = to;
        }
    }
}

/// Puts bytes at their place, making the file longer where it ends before.
fn put(bytes: &mut Vec<u8>, at: u64, written: &[u8]) {
    let (at, end) = (at as usize, at as usize + written.len());
    if bytes.len() < end {
        bytes.resize(end, 0);
    }
    bytes[at..end].copy_from_slice(written);
}

/// The length of a file, and what is in a part of it.
fn part(path: &Path, at: u64, most: u64) -> Result<(u64, Vec<u8>)> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    let mut found = Vec::new();
    file.seek(SeekFrom::Start(at))?;
    file.take(most).read_to_end(&mut found)?;
    Ok((length, found))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever is left of ten sectors over which others were written, over many cuts.
    fn lefts(synced: bool) -> Vec<Vec<u8>> {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("file");
        std::fs::write(&file, [1; 5_120]).expect("a file");
        let mut steps = Unsafe::default();
        steps.write(&file, 0, &[2; 5_120]).expect("a step");
        std::fs::write(&file, [2; 5_120]).expect("a file");
        if synced {
            steps.synced();
        }
        steps.write(&file, 5_120, &[3; 700]).expect("a step");
        let mut dice = Dice(7);
        let found = (0..200).map(|_| steps.left(&file, &mut dice).expect("bytes"));
        found.collect()
    }

    #[test]
    fn what_was_made_durable_stays_and_what_was_not_may_be_torn() {
        let durable = lefts(true);
        assert!(durable.iter().all(|left| left[..5_120] == [2; 5_120]));
        let torn = lefts(false);
        let is_torn = |left: &Vec<u8>| left[..5_120].contains(&1) && left.contains(&2);
        assert!(torn.iter().any(is_torn));
        let whole = |left: &Vec<u8>| {
            left[..5_120]
                .chunks(512)
                .all(|it| it.iter().all(|b| *b == it[0]))
        };
        assert!(torn.iter().all(whole), "a sector is whole");
    }

    #[test]
    fn nothing_and_everything_happen_too() {
        let lefts = lefts(true);
        assert!(lefts.iter().any(|left| left.len() == 5_120));
        assert!(lefts.iter().any(|left| left.len() == 5_820));
    }
}

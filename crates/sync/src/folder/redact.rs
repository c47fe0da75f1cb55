//! Personal parts that are gone for ever leave the files, too: a file that holds one is written
//! anew without it and put in the place of the old one.

use super::file::{Head, PART};
use crate::frame::{self, Found, Frame};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use uuid::Uuid;

/// Writes a file anew without the personal parts of some entries, if it holds any of them.
pub fn redact(path: &Path, gone: &BTreeSet<(Uuid, u64)>) -> io::Result<()> {
    write_anew(path, gone, false)
}

/// Writes a file anew without what is damaged in it, if anything is.
pub fn repair(path: &Path) -> io::Result<()> {
    write_anew(path, &BTreeSet::new(), true)
}

fn write_anew(path: &Path, gone: &BTreeSet<(Uuid, u64)>, repairs: bool) -> io::Result<()> {
    let bytes = match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        read => read?,
    };
    let (mut anew, mut changed, mut at) = (Vec::with_capacity(bytes.len()), false, 0);
    loop {
        match frame::read(&bytes, at) {
            Found::Frame(frame, next) => {
                let touched = is_gone(&frame, gone);
                changed |= touched;
                match frame {
                    Frame::Record(mut record) if touched => {
                        record.personal = None;
                        Frame::Record(record).write(&mut anew);
                    }
                    Frame::Head(json) => head_anew(&json).write(&mut anew),
                    _ => anew.extend(&bytes[at..next]),
                }
                at = next;
            }
            // What cannot be read may hold a personal part as well as anything else.
            Found::Damaged(next) => {
                changed |= repairs;
                at = next;
            }
            Found::End => break,
        }
    }
    if changed {
        replace(path, &anew)
    } else {
        Ok(())
    }
}

fn is_gone(frame: &Frame, gone: &BTreeSet<(Uuid, u64)>) -> bool {
    match frame {
        Frame::Record(record) => {
            record.personal.is_some() && gone.contains(&(record.device, record.seq))
        }
        _ => false,
    }
}

/// Another name for the file: whoever has read the old one begins anew.
fn head_anew(json: &[u8]) -> Frame {
    let anew = serde_json::from_slice::<Head>(json).ok().and_then(|head| {
        let file = Uuid::new_v4();
        serde_json::to_vec(&Head { file, ..head }).ok()
    });
    Frame::Head(anew.unwrap_or_else(|| json.to_vec()))
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}{PART}", std::process::id()));
    let part = path.with_file_name(name);
    let written = fs::File::create(&part).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let written = written.and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        // The error that is returned says more than this one could.
        let _ = fs::remove_file(&part);
    }
    written
}

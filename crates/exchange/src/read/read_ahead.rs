//! Reading on a thread of its own, a few batches ahead of the consumer.

use std::io;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{self, JoinHandle};

use super::{Batch, Documents};
use crate::error::ReadError;
use crate::limits;

/// Batches from a producer thread, in the order of the file. Dropping it stops the thread.
pub struct ReadAhead {
    batches: Receiver<Result<Batch, ReadError>>,
    total_rows: u32,
    producer: Option<JoinHandle<()>>,
}

/// Starts to read on another thread, at most [`limits::BATCHES_AHEAD`] batches ahead.
///
/// # Errors
/// When the system gives no thread.
pub fn read_ahead(documents: Documents) -> Result<ReadAhead, ReadError> {
    let total_rows = documents.total_rows();
    let (sender, batches) = sync_channel(limits::BATCHES_AHEAD);
    let producer = thread::Builder::new()
        .name("import-reader".into())
        .spawn(move || {
            for batch in documents {
                if sender.send(batch).is_err() {
                    return;
                }
            }
        })?;
    Ok(ReadAhead {
        batches,
        total_rows,
        producer: Some(producer),
    })
}

impl ReadAhead {
    /// Rows of the file, the header not counted.
    pub fn total_rows(&self) -> u32 {
        self.total_rows
    }
}

impl Iterator for ReadAhead {
    type Item = Result<Batch, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Ok(batch) = self.batches.recv() {
            return Some(batch);
        }
        // The sender is gone: at the end of the file, or because the thread broke off. The second
        // must not look like the first.
        let broke_off = self
            .producer
            .take()
            .is_some_and(|producer| producer.join().is_err());
        broke_off.then(|| Err(io::Error::other("the reading thread broke off").into()))
    }
}

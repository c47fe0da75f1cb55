//! QR codes (ISO/IEC 18004), by a library without dependencies of its own.

use super::Modules;
use qrcodegen::{QrCode, QrCodeEcc};

const QUIET: usize = 4;

/// The matrix of a text, with 15 % of it to spare; `None` when it is empty
/// or longer than a code can hold.
pub fn qr(text: &str) -> Option<Modules> {
    if text.is_empty() {
        return None;
    }
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let row = |y| (0..code.size()).map(move |x| (x, y));
    let rows = (0..code.size()).map(|y| row(y).map(|(x, y)| code.get_module(x, y)).collect());
    Some(Modules {
        rows: rows.collect(),
        quiet: QUIET,
    })
}

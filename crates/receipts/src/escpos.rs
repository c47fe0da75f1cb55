//! A slip as the bytes of a receipt printer: ESC/POS, as in Epson's command reference.

use crate::bitmap::Bitmap;
use crate::code_page::{self, CodePage};
use crate::layout::{Row, Size, columns_of, rows};
use crate::slip::Slip;

const ESC: u8 = 0x1b;
const GS: u8 = 0x1d;
const LF: u8 = 0x0a;

/// How a slip is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printing {
    /// Columns of the paper: 32 on 58 mm, 42 or 48 on 80 mm.
    pub columns: usize,
    /// The page that is tried first for every letter.
    pub page: CodePage,
    /// Cut the paper at the end.
    pub cut: bool,
    /// Open the drawer first.
    pub drawer: bool,
}

/// The bytes that print a slip.
#[must_use]
pub fn escpos(slip: &Slip, printing: &Printing) -> Vec<u8> {
    let mut out = Out {
        bytes: vec![ESC, b'@'],
        page: None,
        preferred: printing.page,
    };
    if printing.drawer {
        out.bytes.extend(open_drawer());
    }
    out.switch(printing.page);
    let dots = dots_of(printing.columns);
    for row in rows(slip, printing.columns) {
        match row {
            Row::Line {
                text,
                size,
                bold,
                centred,
            } => out.line(&text, size, bold, centred),
            Row::Barcode(text) => out.barcode(text, dots),
            Row::Logo(bitmap) => out.logo(bitmap, dots),
        }
    }
    out.bytes.extend([ESC, b'd', 3]);
    if printing.cut {
        out.bytes.extend([GS, b'V', 66, 0]);
    }
    out.bytes
}

/// The bytes that open the drawer (`ESC p`): the first plug, 50 ms on, 500 ms off.
#[must_use]
pub fn open_drawer() -> Vec<u8> {
    vec![ESC, b'p', 0, 25, 250]
}

/// Dots across the paper: 384 on 58 mm, 576 on 80 mm.
fn dots_of(columns: usize) -> usize {
    if columns_of(columns) <= 32 { 384 } else { 576 }
}

struct Out {
    bytes: Vec<u8>,
    page: Option<CodePage>,
    preferred: CodePage,
}

impl Out {
    fn switch(&mut self, page: CodePage) {
        if self.page != Some(page) {
            self.bytes.extend([ESC, b't', page.number()]);
            self.page = Some(page);
        }
    }

    fn align(&mut self, centred: bool) {
        self.bytes.extend([ESC, b'a', u8::from(centred)]);
    }

    fn line(&mut self, text: &str, size: Size, bold: bool, centred: bool) {
        let scale = match size {
            Size::Normal => 0x00,
            Size::Tall => 0x01,
            Size::Large => 0x11,
        };
        self.align(centred);
        self.bytes
            .extend([ESC, b'E', u8::from(bold), GS, b'!', scale]);
        for letter in text.chars() {
            // The layout holds printable letters alone.
            let Some((page, byte)) = code_page::find(self.preferred, letter) else {
                continue;
            };
            if byte >= 128 {
                self.switch(page);
            }
            self.bytes.push(byte);
        }
        self.bytes.push(LF);
    }

    /// CODE128, set B, with its text below. Two dots a module, eleven modules a letter, and start,
    /// check and stop; what is wider than the paper would print as rubbish and is left out.
    fn barcode(&mut self, text: &str, dots: usize) {
        let fits = (text.len() * 11 + 35) * 2 <= dots;
        let known = text
            .bytes()
            .all(|b| (b' '..=b'~').contains(&b) && b != b'{');
        let Ok(length) = u8::try_from(text.len() + 2) else {
            return;
        };
        if !fits || !known || text.is_empty() {
            return;
        }
        self.align(true);
        self.bytes.extend([GS, b'h', 64, GS, b'w', 2, GS, b'H', 2]);
        self.bytes.extend([GS, b'k', 73, length, b'{', b'B']);
        self.bytes.extend(text.bytes());
        self.bytes.push(LF);
    }

    fn logo(&mut self, bitmap: &Bitmap, dots: usize) {
        if bitmap.width() > dots {
            return;
        }
        let (across, down) = (bitmap.row_bytes() as u16, bitmap.height() as u16);
        self.align(true);
        self.bytes.extend([GS, b'v', b'0', 0]);
        self.bytes.extend(across.to_le_bytes());
        self.bytes.extend(down.to_le_bytes());
        self.bytes.extend(bitmap.bits());
        self.bytes.push(LF);
    }
}

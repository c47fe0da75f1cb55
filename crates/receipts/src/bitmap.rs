//! A picture of black and white dots, as printers take it.

/// So many dots are the widest that ESC/POS paper of 80 mm has.
const WIDEST: usize = 576;
/// So many dots are the highest logo that anybody wants to pay the paper for.
const HIGHEST: usize = 400;

/// A picture: rows of bytes, the first dot in the highest bit, black is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bitmap {
    width: usize,
    height: usize,
    bits: Vec<u8>,
}

impl Bitmap {
    /// The picture of `width` times `height` grey values (0 is black), made as small as it must be
    /// for the paper; `None` when there are not that many values or none at all.
    #[must_use]
    pub fn of_grey(grey: &[u8], width: usize, height: usize) -> Option<Self> {
        if width == 0 || height == 0 || width.checked_mul(height)? != grey.len() {
            return None;
        }
        let step = width.div_ceil(WIDEST).max(height.div_ceil(HIGHEST));
        let (wide, high) = (width / step, height / step);
        if wide == 0 || high == 0 {
            return None;
        }
        let row_bytes = wide.div_ceil(8);
        let mut bits = vec![0; row_bytes * high];
        for y in 0..high {
            for x in 0..wide {
                if grey[y * step * width + x * step] < 128 {
                    bits[y * row_bytes + x / 8] |= 0x80 >> (x % 8);
                }
            }
        }
        Some(Self {
            width: wide,
            height: high,
            bits,
        })
    }

    /// Dots across.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// Bytes of a row.
    pub(crate) fn row_bytes(&self) -> usize {
        self.width.div_ceil(8)
    }

    /// Dots down.
    pub(crate) fn height(&self) -> usize {
        self.height
    }

    /// The rows, one after the other.
    pub(crate) fn bits(&self) -> &[u8] {
        &self.bits
    }
}

//! The logo on a receipt: a PNG file of this installation, made black and white.
use std::fs::File;
use std::io::{BufReader, Read as _};

use png::{ColorType, Decoder, Transformations};
use receipts::Bitmap;

use crate::error::AppError;

/// The largest file that is read.
const FILE_BYTES: u64 = 4 * 1024 * 1024;

/// Reads a logo.
pub(super) fn read(path: &str) -> Result<Bitmap, AppError> {
    let unreadable = |why: String| AppError::at("logo", "file_unreadable").with(why);
    let file = File::open(path).map_err(|error| unreadable(error.to_string()))?;
    let mut bytes = Vec::new();
    let mut limited = BufReader::new(file).take(FILE_BYTES);
    let read = limited.read_to_end(&mut bytes);
    read.map_err(|error| unreadable(error.to_string()))?;
    let (grey, width, height) = grey(&bytes).map_err(|error| unreadable(error.to_string()))?;
    Bitmap::of_grey(&grey, width, height).ok_or_else(|| unreadable("no picture".to_owned()))
}

/// The grey values of a PNG file on white paper.
fn grey(bytes: &[u8]) -> Result<(Vec<u8>, usize, usize), png::DecodingError> {
    let mut decoder = Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let mut reader = decoder.read_info()?;
    let mut data = vec![0; reader.output_buffer_size().unwrap_or(0)];
    let info = reader.next_frame(&mut data)?;
    let (channels, alpha) = match info.color_type {
        ColorType::Grayscale => (1, false),
        ColorType::GrayscaleAlpha => (2, true),
        ColorType::Rgb => (3, false),
        ColorType::Rgba => (4, true),
        ColorType::Indexed => (1, false),
    };
    let pixels = data[..info.buffer_size()].chunks_exact(channels);
    let grey = pixels.map(|pixel| {
        let colours = &pixel[..channels - usize::from(alpha)];
        let sum: u32 = colours.iter().map(|part| u32::from(*part)).sum();
        let dark = 255 - sum / colours.len() as u32;
        let cover = if alpha {
            u32::from(pixel[channels - 1])
        } else {
            255
        };
        255 - (dark * cover / 255) as u8
    });
    Ok((grey.collect(), info.width as usize, info.height as usize))
}

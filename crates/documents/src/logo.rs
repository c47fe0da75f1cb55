//! The mark of a business made fit to be kept: read within limits, made no larger than paper shows,
//! and written anew, so that nothing of the file but its pixels is left.

use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat, ImageReader, Limits};
use std::io::Cursor;
use thiserror::Error;

/// The most pixels of a side that are read.
const READ_PX: u32 = 8_000;
/// The most memory that reading takes.
const READ_BYTES: u64 = 256 * 1024 * 1024;
/// The most pixels of a side that are kept: 80 mm at 300 dpi.
const KEPT_PX: u32 = 960;
/// The most bytes that are kept.
const KEPT_BYTES: usize = 96 * 1024;
/// Below this a picture is not made smaller to fit.
const SMALLEST_PX: u32 = 64;

/// Why a picture is not taken.
#[derive(Debug, Error)]
pub enum LogoError {
    /// It is none, or larger than is read.
    #[error("{0}")]
    Unreadable(#[from] image::ImageError),
    /// It is neither PNG nor JPEG.
    #[error("neither PNG nor JPEG")]
    Format,
    /// It does not become small enough.
    #[error("too detailed to be kept")]
    TooLarge,
}

/// A PNG of at most 96 kB out of a PNG or JPEG.
///
/// # Errors
///
/// What is no picture, of another kind, or beyond the limits.
pub fn logo(bytes: &[u8]) -> Result<Vec<u8>, LogoError> {
    let format = image::guess_format(bytes).map_err(|_| LogoError::Format)?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg) {
        return Err(LogoError::Format);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(READ_PX);
    limits.max_image_height = Some(READ_PX);
    limits.max_alloc = Some(READ_BYTES);
    reader.limits(limits);
    let picture = reader.decode()?;
    let mut side = KEPT_PX.min(picture.width().max(picture.height()));
    while side >= SMALLEST_PX.min(picture.width().max(picture.height())) {
        let kept = written(&picture, side)?;
        if kept.len() <= KEPT_BYTES {
            return Ok(kept);
        }
        side = side * 3 / 4;
    }
    Err(LogoError::TooLarge)
}

/// The picture with its longer side of so many pixels.
fn written(picture: &DynamicImage, side: u32) -> Result<Vec<u8>, LogoError> {
    let small = if picture.width().max(picture.height()) > side {
        picture.resize(side, side, FilterType::Triangle)
    } else {
        picture.clone()
    };
    let mut bytes = Vec::new();
    let small = DynamicImage::from(small.to_rgba8());
    small.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::RgbaImage;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let noise = |x: u32, y: u32| {
            let mixed = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).to_be_bytes();
            image::Rgba([mixed[0], mixed[1], mixed[2], 255])
        };
        let picture = DynamicImage::from(RgbaImage::from_fn(width, height, noise));
        let mut bytes = Vec::new();
        let mut out = Cursor::new(&mut bytes);
        picture
            .write_to(&mut out, ImageFormat::Png)
            .expect("it is written");
        bytes
    }

    #[test]
    fn a_large_picture_becomes_one_that_can_be_kept() {
        let kept = logo(&png(2_000, 500)).expect("a picture");
        assert!(kept.len() <= KEPT_BYTES && kept.starts_with(b"\x89PNG"));
        let small = logo(&png(40, 20)).expect("a small picture");
        let small = image::load_from_memory(&small).expect("a PNG");
        assert_eq!((small.width(), small.height()), (40, 20));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert!(matches!(logo(b"<svg/>"), Err(LogoError::Format)));
        assert!(matches!(logo(b"GIF89a"), Err(LogoError::Format)));
        let mut broken = png(40, 20);
        broken.truncate(60);
        assert!(matches!(logo(&broken), Err(LogoError::Unreadable(_))));
    }
}

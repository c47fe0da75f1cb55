//! A picture out of a file that anybody may have made: read within limits of memory and pixels, and
//! written anew, upright, small enough for a screen, without what cameras add about places. Bytes
//! that somebody else made reach no page and no other device.
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{
    ColorType, DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, imageops,
};

use crate::error::AppError;

/// The longer side of a picture that is kept.
const SIDE_PX: u32 = 1_600;
/// The longer side of a small one.
const SMALL_PX: u32 = 160;
/// The most pixels of a picture that is read.
const PIXELS: u64 = 60_000_000;
/// The longest side of one. Making a picture small needs memory for its width at the new height:
/// a line of millions of pixels would need more than any square of as many.
const READ_SIDE_PX: u32 = 30_000;
/// The most bytes that its pixels may need: more than 60 million of eight bits a channel do.
const READ_BYTES: u64 = 256 * 1024 * 1024;
/// The most memory that a decoder may need beside them.
const DECODER_BYTES: u64 = 512 * 1024 * 1024;
const QUALITY: u8 = 85;

/// A picture as it is kept.
pub(super) struct Picture {
    pub bytes: Vec<u8>,
    pub media_type: &'static str,
    pub width_px: u32,
    pub height_px: u32,
    /// The small one.
    pub thumbnail: Vec<u8>,
}

/// Reads a PNG, JPEG or WebP file.
pub(super) fn read(bytes: &[u8]) -> Result<Picture, AppError> {
    let whole = upright(bytes)?;
    let whole = within(whole, SIDE_PX);
    let small = within(whole.clone(), SMALL_PX);
    let (bytes, media_type) = written(&whole)?;
    Ok(Picture {
        width_px: whole.width(),
        height_px: whole.height(),
        thumbnail: written(&small)?.0,
        bytes,
        media_type,
    })
}

/// The picture as the camera was held.
fn upright(bytes: &[u8]) -> Result<DynamicImage, AppError> {
    let mut reader = ImageReader::new(Cursor::new(bytes));
    reader = reader.with_guessed_format().map_err(|_| unreadable())?;
    let known = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP];
    if !reader
        .format()
        .is_some_and(|format| known.contains(&format))
    {
        return Err(unreadable());
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(DECODER_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| unreadable())?;
    check_size(decoder.dimensions(), decoder.total_bytes())?;
    let orientation = decoder.orientation().map_err(|_| unreadable())?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(|_| unreadable())?;
    image.apply_orientation(orientation);
    Ok(image)
}

/// Refuses what a file claims before any memory is taken for it.
fn check_size((width, height): (u32, u32), bytes: u64) -> Result<(), AppError> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels > PIXELS || width.max(height) > READ_SIDE_PX || bytes > READ_BYTES {
        return Err(AppError::at("path", "image_too_large").with(PIXELS / 1_000_000));
    }
    Ok(())
}

/// No larger than a square.
fn within(image: DynamicImage, side_px: u32) -> DynamicImage {
    if image.width().max(image.height()) <= side_px {
        return image;
    }
    image.resize(side_px, side_px, imageops::FilterType::Triangle)
}

/// What is seen through is a PNG, everything else a JPEG.
fn written(image: &DynamicImage) -> Result<(Vec<u8>, &'static str), AppError> {
    let mut bytes = Vec::new();
    if image.color().has_alpha() {
        let image = DynamicImage::ImageRgba8(image.to_rgba8());
        let to = &mut Cursor::new(&mut bytes);
        image
            .write_to(to, ImageFormat::Png)
            .map_err(|error| AppError::broken("internal").with(error))?;
        return Ok((bytes, "image/png"));
    }
    let plain = image.to_rgb8();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY)
        .encode(
            plain.as_raw(),
            plain.width(),
            plain.height(),
            ColorType::Rgb8.into(),
        )
        .map_err(|error| AppError::broken("internal").with(error))?;
    Ok((bytes, "image/jpeg"))
}

fn unreadable() -> AppError {
    AppError::at("path", "image_unreadable")
}

#[cfg(test)]
mod tests {
    use image::{DynamicImage, GenericImageView as _, ImageFormat};
    use std::io::Cursor;

    use super::{SIDE_PX, SMALL_PX, read};

    fn png(image: &DynamicImage) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        image.write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_large_picture_is_made_small_enough_for_a_screen_and_once_more_for_lists() {
        let made = read(&png(&DynamicImage::new_rgb8(2_400, 1_200))).unwrap();
        assert_eq!((made.width_px, made.height_px), (SIDE_PX, SIDE_PX / 2));
        assert_eq!(made.media_type, "image/jpeg");
        let small = image::load_from_memory(&made.thumbnail).unwrap();
        assert_eq!(small.dimensions(), (SMALL_PX, SMALL_PX / 2));
    }

    #[test]
    fn what_is_seen_through_stays_so_and_what_is_small_stays_small() {
        let made = read(&png(&DynamicImage::new_rgba8(20, 10))).unwrap();
        assert_eq!((made.width_px, made.height_px), (20, 10));
        assert_eq!(made.media_type, "image/png");
    }

    /// A PNG of one pixel whose header claims another size, with its checksum.
    fn claiming(width: u32, height: u32, depth: u8) -> Vec<u8> {
        let mut bytes = png(&DynamicImage::new_rgba8(1, 1));
        bytes[16..20].copy_from_slice(&width.to_be_bytes());
        bytes[20..24].copy_from_slice(&height.to_be_bytes());
        bytes[24] = depth;
        let sum = bytes[12..29].iter().fold(u32::MAX, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
                (sum >> 1) ^ (0xEDB8_8320 * (sum & 1))
            })
        });
        bytes[29..33].copy_from_slice(&(!sum).to_be_bytes());
        bytes
    }

    #[test]
    fn a_file_that_claims_more_than_is_read_is_refused_before_memory_is_taken_for_it() {
        let refused = |bytes: &[u8]| read(bytes).err().unwrap().code;
        for (width, height, depth) in [
            (7_750, 7_750, 8),
            (30_001, 1, 8),
            (1, 30_001, 8),
            // As few pixels as are read, of more bytes.
            (7_000, 7_000, 16),
        ] {
            let claimed = claiming(width, height, depth);
            assert_eq!(refused(&claimed), "image_too_large", "{width} x {height}");
        }
        // One beyond all measure is no picture to the decoder itself; one that is small enough, and
        // torn, is read and found out.
        for (width, height) in [(i32::MAX as u32, i32::MAX as u32), (7_000, 7_000)] {
            assert_eq!(refused(&claiming(width, height, 8)), "image_unreadable");
        }
    }

    #[test]
    fn a_photograph_that_claims_millions_of_lines_is_refused_as_well() {
        let mut bytes = Cursor::new(Vec::new());
        let small = DynamicImage::new_rgb8(8, 8);
        small.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
        let mut bytes = bytes.into_inner();
        let frame = bytes.windows(2).position(|two| two == [0xFF, 0xC0]);
        let size = frame.unwrap() + 5;
        bytes[size..size + 4].copy_from_slice(&[0xFF, 0xFF, 0xFF, 0xFF]);
        let refused = read(&bytes).err().unwrap();
        let found = (refused.code.as_str(), refused.field.as_deref());
        assert_eq!(found, ("image_too_large", Some("path")));
    }

    #[test]
    fn what_is_no_picture_is_refused_at_its_field() {
        let torn = &png(&DynamicImage::new_rgb8(300, 300))[..60];
        for bytes in [&b"%PDF-1.7"[..], b"", torn, b"GIF89a", b"<svg/>"] {
            let refused = read(bytes).err().unwrap();
            let found = (refused.code.as_str(), refused.field.as_deref());
            assert_eq!(found, ("image_unreadable", Some("path")));
        }
    }
}

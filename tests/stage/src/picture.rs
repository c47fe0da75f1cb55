//! A picture of the screen: read from the X server's framebuffer file (the XWD format of X11's
//! `XWDFile.h`: a header of big-endian words, a colour table, then rows of 32-bit pixels), written
//! as PNG.

use std::collections::HashSet;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// An RGB picture, rows from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels.
    pub width_px: u32,
    /// Height in pixels.
    pub height_px: u32,
    /// Three bytes a pixel: red, green, blue.
    pub rgb: Vec<u8>,
}

impl Picture {
    /// Reads an XWD dump with 32 bits per pixel in little-endian order, which is what Xvfb writes
    /// for a screen of depth 24. An error for anything else.
    pub fn from_xwd(dump: &[u8]) -> Result<Self> {
        let (width_px, height_px) = (word(dump, 4)?, word(dump, 5)?);
        ensure!(
            word(dump, 11)? == 32,
            "the framebuffer has not 32 bits per pixel"
        );
        let row_bytes = word(dump, 12)? as usize;
        let start = word(dump, 0)? as usize + word(dump, 19)? as usize * 12;
        let mut rgb = Vec::with_capacity((width_px * height_px * 3) as usize);
        for row in 0..height_px as usize {
            let from = start + row * row_bytes;
            let pixels = dump
                .get(from..from + width_px as usize * 4)
                .context("short framebuffer")?;
            rgb.extend(
                pixels
                    .as_chunks::<4>()
                    .0
                    .iter()
                    .flat_map(|p| [p[2], p[1], p[0]]),
            );
        }
        Ok(Self {
            width_px,
            height_px,
            rgb,
        })
    }

    /// How many different colours the picture holds: a window that has not painted has a handful.
    #[must_use]
    pub fn colours(&self) -> usize {
        self.rgb
            .as_chunks::<3>()
            .0
            .iter()
            .collect::<HashSet<_>>()
            .len()
    }

    /// Writes the picture as a PNG file; its folder must exist.
    pub fn save(&self, path: &Path) -> Result<()> {
        let file =
            File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
        let mut encoder = png::Encoder::new(BufWriter::new(file), self.width_px, self.height_px);
        encoder.set_color(png::ColorType::Rgb);
        encoder.write_header()?.write_image_data(&self.rgb)?;
        Ok(())
    }
}

fn word(dump: &[u8], index: usize) -> Result<u32> {
    let bytes = dump
        .get(index * 4..index * 4 + 4)
        .context("short framebuffer header")?;
    Ok(bytes
        .iter()
        .fold(0, |value, byte| (value << 8) | u32::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dump_of(width_px: u32, height_px: u32, pixels: &[u8]) -> Vec<u8> {
        let mut words = [0_u32; 25];
        (words[0], words[4], words[5]) = (100, width_px, height_px);
        (words[11], words[12], words[19]) = (32, width_px * 4, 1);
        let mut dump: Vec<u8> = words.iter().flat_map(|word| word.to_be_bytes()).collect();
        dump.extend([0; 12]);
        dump.extend(pixels);
        dump
    }

    #[test]
    fn a_framebuffer_is_read_in_red_green_blue() {
        let picture = Picture::from_xwd(&dump_of(2, 1, &[1, 2, 3, 0, 4, 5, 6, 0])).unwrap();
        assert_eq!((picture.width_px, picture.height_px), (2, 1));
        assert_eq!(picture.rgb, [3, 2, 1, 6, 5, 4]);
        assert_eq!(picture.colours(), 2);
    }

    #[test]
    fn a_framebuffer_cut_short_is_refused() {
        assert!(Picture::from_xwd(&dump_of(2, 2, &[1, 2, 3, 0])).is_err());
        assert!(Picture::from_xwd(&[0; 12]).is_err());
    }
}

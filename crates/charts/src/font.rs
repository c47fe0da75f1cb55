//! Inter, embedded: the measure of every text, the fonts of the rasteriser and the font of a
//! standalone SVG. A subset (Latin, Greek, Cyrillic, punctuation, currencies, arrows) of the
//! static cuts 400 and 600 of Inter 4.1, with tabular figures as the default ones.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use base64::Engine;
use resvg::usvg::fontdb;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// Where a page or a viewer looks for the font.
pub(crate) const FAMILY: &str = "Inter Variable, Inter, sans-serif";

/// Height of capitals and figures in parts of the font size.
pub(crate) const CAP_HEIGHT: f64 = 0.727;
/// Depth below the baseline in parts of the font size.
pub(crate) const DESCENT: f64 = 0.24;

/// A cut of the font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    SemiBold,
}

const REGULAR_TTF: &[u8] = include_bytes!("../fonts/inter-400.ttf");
const SEMIBOLD_TTF: &[u8] = include_bytes!("../fonts/inter-600.ttf");
const REGULAR_WOFF2: &[u8] = include_bytes!("../fonts/inter-400.woff2");
const SEMIBOLD_WOFF2: &[u8] = include_bytes!("../fonts/inter-600.woff2");

/// Advances in parts of the font size.
struct Advances(HashMap<char, f32>);

static REGULAR: LazyLock<Advances> = LazyLock::new(|| Advances::read(REGULAR_TTF));
static SEMIBOLD: LazyLock<Advances> = LazyLock::new(|| Advances::read(SEMIBOLD_TTF));

impl Advances {
    fn read(bytes: &[u8]) -> Advances {
        let font = FontRef::new(bytes).expect("the embedded font is sound: it is ours");
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        let advance = |(code, glyph)| Some((char::from_u32(code)?, metrics.advance_width(glyph)?));
        Advances(font.charmap().mappings().filter_map(advance).collect())
    }

    /// A character that the font lacks comes from another font, and may be as wide as it is high.
    fn of(&self, letter: char) -> f64 {
        self.0
            .get(&letter)
            .map_or(1.0, |&advance| f64::from(advance))
    }
}

/// Width of `text` in px at `size_px`, without kerning (which only makes it narrower).
pub(crate) fn width_px(text: &str, size_px: f64, weight: Weight) -> f64 {
    let advances = advances(weight);
    text.chars().map(|letter| advances.of(letter)).sum::<f64>() * size_px
}

/// The longest beginning of `text` that fits into `room_px`, with an ellipsis if it was cut;
/// nothing where not even one letter and the ellipsis fit.
pub(crate) fn fit(text: &str, size_px: f64, weight: Weight, room_px: f64) -> String {
    let advances = advances(weight);
    let room = room_px / size_px;
    let ellipsis = advances.of('…');
    let (mut used, mut cut_at) = (0.0, 0);
    for (at, letter) in text.char_indices() {
        if used + ellipsis <= room {
            cut_at = at;
        }
        used += advances.of(letter);
        if used > room {
            let kept =
                text[..cut_at].trim_end_matches([' ', ',', ';', ':', '.', '-', '(', '\u{a0}']);
            return if kept.is_empty() {
                String::new()
            } else {
                format!("{kept}…")
            };
        }
    }
    text.to_owned()
}

/// The embedded fonts and nothing else.
pub(crate) fn database() -> Arc<fontdb::Database> {
    static DATABASE: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
        let mut database = fontdb::Database::new();
        for bytes in [REGULAR_TTF, SEMIBOLD_TTF] {
            database.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
        }
        database.set_sans_serif_family("Inter");
        Arc::new(database)
    });
    DATABASE.clone()
}

/// `@font-face` rules with the fonts as data, for a file that stands alone.
pub(crate) fn faces_css() -> &'static str {
    static CSS: LazyLock<String> = LazyLock::new(|| {
        [(400, REGULAR_WOFF2), (600, SEMIBOLD_WOFF2)]
            .map(|(weight, bytes)| {
                let data = base64::engine::general_purpose::STANDARD.encode(bytes);
                format!(
                    "@font-face{{font-family:Inter;font-weight:{weight};\
                     src:url(data:font/woff2;base64,{data}) format(\"woff2\")}}"
                )
            })
            .concat()
    });
    &CSS
}

fn advances(weight: Weight) -> &'static Advances {
    match weight {
        Weight::Regular => &REGULAR,
        Weight::SemiBold => &SEMIBOLD,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_text_fits_and_says_that_it_was_cut() {
        let name = "Regency cakestand, three tiers";
        for room in [0.0, 5.0, 20.0, 60.0, 120.0, 400.0] {
            let cut = fit(name, 11.0, Weight::Regular, room);
            assert!(
                width_px(&cut, 11.0, Weight::Regular) <= room + 1e-6,
                "{room}: {cut}"
            );
            assert!(cut == name || cut.is_empty() || cut.ends_with('…'));
        }
    }

    #[test]
    fn all_figures_are_equally_wide() {
        let width = |text| width_px(text, 100.0, Weight::SemiBold);
        assert!((width("1111") - width("8888")).abs() < 1e-6);
    }
}

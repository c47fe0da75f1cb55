//! The PNG of a drawing: the SVG rasterised with the embedded fonts, in strips so that the memory
//! stays small at any size, and encoded with the chart's texts and figures.

use png::text_metadata::ITXtChunk;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::{Chart, ChartError, Colour, figures, font};

/// Pixels rasterised at once.
const STRIP_PX: u32 = 4_000_000;

/// Encodes `drawing` (the SVG of `chart`) at the chart's scale.
pub(crate) fn encode(chart: &Chart, drawing: &str) -> Result<Vec<u8>, ChartError> {
    let options = Options {
        fontdb: font::database(),
        ..Options::default()
    };
    let tree = Tree::from_str(drawing, &options).map_err(failed)?;
    let (width, height) = pixels(chart);
    let mut out = Vec::with_capacity(256 * 1024);
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().map_err(failed)?;
    for text in texts(chart) {
        writer.write_text_chunk(&text).map_err(failed)?;
    }
    let mut stream = writer.stream_writer().map_err(failed)?;
    strips(chart, &tree, |rows| {
        std::io::Write::write_all(&mut stream, rows).map_err(failed)
    })?;
    stream.finish().map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(out)
}

/// Size of the PNG; bounded by the checks.
fn pixels(chart: &Chart) -> (u32, u32) {
    let size = chart.size;
    (size.width_px * size.scale, size.height_px * size.scale)
}

fn strips(
    chart: &Chart,
    tree: &Tree,
    mut take: impl FnMut(&[u8]) -> Result<(), ChartError>,
) -> Result<(), ChartError> {
    let (width, height) = pixels(chart);
    let strip = (STRIP_PX / width).clamp(1, height);
    let no_memory = || ChartError::Drawing("no room for the pixels".to_owned());
    let mut pixmap = Pixmap::new(width, strip).ok_or_else(no_memory)?;
    let scale = chart.size.scale as f32;
    let mut rgb = Vec::with_capacity((width * strip * 3) as usize);
    for top in (0..height).step_by(strip as usize) {
        pixmap.fill(ground(chart.palette.tones().surface));
        let place = Transform::from_scale(scale, scale).post_translate(0.0, -(top as f32));
        resvg::render(tree, place, &mut pixmap.as_mut());
        let rows = strip.min(height - top);
        rgb.clear();
        let opaque = pixmap.data().chunks_exact(4).take((width * rows) as usize);
        opaque.for_each(|pixel| rgb.extend_from_slice(&pixel[..3]));
        take(&rgb)?;
    }
    Ok(())
}

fn ground(surface: Colour) -> Color {
    Color::from_rgba8(surface.0, surface.1, surface.2, 255)
}

/// Title, description and source under the keywords of the PNG specification (11.3.3.2), the
/// caller's metadata, and the figures. What the caller names wins.
fn texts(chart: &Chart) -> Vec<ITXtChunk> {
    let figures = figures::figures_csv(chart);
    let own = [
        ("Title", &chart.title),
        ("Description", &chart.subtitle),
        ("Source", &chart.source_note),
        (figures::KEY, &figures),
    ];
    let given = |key: &str| chart.metadata.iter().any(|(name, _)| name == key);
    let own = own
        .into_iter()
        .filter(|(key, text)| !text.is_empty() && !given(key));
    let metadata = chart
        .metadata
        .iter()
        .map(|(key, value)| (key.as_str(), value));
    own.chain(metadata)
        .map(|(key, text)| chunk(key, text))
        .collect()
}

fn chunk(key: &str, text: &str) -> ITXtChunk {
    let mut chunk = ITXtChunk::new(key, text.replace('\0', " "));
    chunk.compressed = text.len() > 400;
    chunk
}

fn failed(failure: impl std::fmt::Display) -> ChartError {
    ChartError::Drawing(failure.to_string())
}

//! What a file carries: size, texts, figures, fonts; and that nothing of it depends on chance.

mod support;

use std::io::Cursor;

use charts::{Body, Chart, Size, Theme, Unit};
use support::samples;

fn decode(png: &[u8]) -> (png::OutputInfo, Vec<u8>, Vec<(String, String)>) {
    let mut reader = png::Decoder::new(Cursor::new(png))
        .read_info()
        .expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut pixels).expect("pixels");
    let texts = reader.info().utf8_text.iter();
    let texts = texts
        .map(|chunk| (chunk.keyword.clone(), chunk.get_text().expect("a text")))
        .collect();
    (info, pixels, texts)
}

#[test]
fn a_png_has_the_asked_size_and_is_not_blank() {
    for (name, chart) in samples::realistic()
        .into_iter()
        .chain(samples::hostile::all())
    {
        let mut chart = samples::at(chart, (321, 201), Theme::Dark);
        chart.size.scale = 3;
        let (info, pixels, _) = decode(&charts::png(&chart).unwrap());
        assert_eq!((info.width, info.height), (963, 603), "{name}");
        let ground = &pixels[..3];
        let drawn = pixels
            .chunks_exact(3)
            .filter(|pixel| *pixel != ground)
            .count();
        assert!(drawn > 1_000, "{name}: {drawn} pixels");
    }
}

#[test]
fn strips_of_a_large_png_join_without_a_seam() {
    let body = Body::Bars {
        categories: vec![String::new()],
        values: vec![7],
        horizontal: false,
    };
    let unit = Unit {
        name: String::new(),
        decimals: 0,
        compact: false,
    };
    let mut chart = Chart::new(body, unit);
    chart.size = Size {
        width_px: 2_000,
        height_px: 300,
        scale: 4,
    };
    let [_, _, _, height] = support::filled(&charts::svg(&chart).unwrap(), "#0b6b50")[0];
    let (info, pixels, _) = decode(&charts::png(&chart).unwrap());
    assert_eq!(
        (info.width, info.height),
        (8_000, 1_200),
        "more rows than one strip has"
    );
    let middle = |row: &[u8]| row[4_050 * 3..4_050 * 3 + 3] == [0x0b, 0x6b, 0x50];
    let bar: Vec<bool> = pixels.chunks_exact(8_000 * 3).map(middle).collect();
    let longest = bar
        .chunk_by(|a, b| a == b)
        .filter(|run| run[0])
        .map(<[bool]>::len)
        .max();
    let whole = height * 4.0;
    assert!(
        (longest.unwrap_or(0) as f64 - whole).abs() < 8.0,
        "{longest:?} of {whole}"
    );
}

#[test]
fn a_png_carries_title_query_and_figures() {
    let (_, _, texts) = decode(&charts::png(&samples::eight_weeks()).unwrap());
    let value = |key: &str| {
        let found = texts.iter().find(|(name, _)| name == key);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    };
    assert_eq!(value("Title"), "Net sales by week");
    assert!(value("Query").starts_with("sales-by-day"));
    assert!(
        value("Figures").starts_with("day,this year,last year\r\n2026-10-05,9412.55,7205.55\r\n")
    );
}

#[test]
fn an_svg_names_and_describes_itself() {
    let svg = charts::svg(&samples::eight_weeks()).unwrap();
    let document = roxmltree::Document::parse(&svg).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    let children: Vec<_> = root.children().filter(|node| node.is_element()).collect();
    let names: Vec<&str> = children.iter().map(|node| node.tag_name().name()).collect();
    assert_eq!(names, ["title", "desc", "metadata", "g"]);
    assert_eq!(children[0].text(), Some("Net sales by week"));
    let item = children[2]
        .descendants()
        .find(|node| node.tag_name().name() == "item")
        .unwrap();
    assert_eq!(item.attribute("key"), Some("Query"));
}

#[test]
fn hostile_texts_come_back_from_the_metadata_unchanged() {
    let mut chart = samples::nothing();
    let value = "a < b && c > \"d\" \u{2014} \u{4e2d}";
    chart.metadata = vec![("Query".into(), value.into())];
    let svg = charts::svg(&chart).unwrap();
    let document = roxmltree::Document::parse(&svg).unwrap();
    let item = document
        .descendants()
        .find(|node| node.tag_name().name() == "item")
        .unwrap();
    assert_eq!(item.text(), Some(value));
    let (_, _, texts) = decode(&charts::png(&chart).unwrap());
    assert!(texts.contains(&("Query".into(), value.into())));
}

#[test]
fn only_a_standalone_svg_brings_fonts_styles_and_figures() {
    let chart = samples::eight_weeks();
    let on_screen = charts::svg(&chart).unwrap();
    assert!(!on_screen.contains("style") && !on_screen.contains("@font-face"));
    let alone = charts::svg(&Chart {
        standalone: true,
        ..chart
    })
    .unwrap();
    assert_eq!(alone.matches("@font-face").count(), 2);
    assert!(alone.contains("9412.55"));
    assert!(roxmltree::Document::parse(&alone).is_ok());
}

#[test]
fn the_same_chart_gives_the_same_bytes() {
    for (name, chart) in samples::realistic() {
        assert_eq!(charts::svg(&chart), charts::svg(&chart), "{name}");
        assert_eq!(charts::png(&chart), charts::png(&chart), "{name}");
    }
}

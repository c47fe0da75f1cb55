//! What the tests look at a drawing with: its elements, and where a renderer puts its texts.
//! Each test file takes what it needs.
#![allow(dead_code)]

#[path = "../../examples/samples/mod.rs"]
pub mod samples;

use std::sync::Arc;

use charts::{Chart, Size};
use resvg::usvg::{Group, Node, Options, Rect, Tree, fontdb};

/// The texts of an SVG, in order.
pub fn texts(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).expect("the drawing is XML");
    let texts = document
        .descendants()
        .filter(|node| node.has_tag_name("text"));
    texts
        .map(|node| node.text().unwrap_or_default().to_owned())
        .collect()
}

/// The numbers of an attribute on all elements of a name.
pub fn numbers(svg: &str, element: &str, attribute: &str) -> Vec<f64> {
    let document = roxmltree::Document::parse(svg).expect("the drawing is XML");
    let all = document
        .descendants()
        .filter(|node| node.tag_name().name() == element);
    all.map(|node| {
        node.attribute(attribute)
            .map_or(f64::NAN, |n| n.parse().expect("a number"))
    })
    .collect()
}

/// Bars as (x, y, width, height): the rectangles in the given fill colour.
pub fn filled(svg: &str, colour: &str) -> Vec<[f64; 4]> {
    let document = roxmltree::Document::parse(svg).expect("the drawing is XML");
    let rects = document
        .descendants()
        .filter(|node| node.attribute("fill") == Some(colour));
    let rects = rects.filter(|node| node.has_tag_name("rect"));
    let number = |node: &roxmltree::Node, name| {
        node.attribute(name)
            .and_then(|n| n.parse().ok())
            .expect("a number")
    };
    rects
        .map(|node| ["x", "y", "width", "height"].map(|name| number(&node, name)))
        .collect()
}

/// Boxes of all texts as a renderer with the embedded font lays them out.
pub fn text_boxes(svg: &str) -> Vec<Rect> {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(include_bytes!("../../fonts/inter-400.ttf").to_vec());
    fonts.load_font_data(include_bytes!("../../fonts/inter-600.ttf").to_vec());
    let options = Options {
        fontdb: Arc::new(fonts),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).expect("the drawing is SVG");
    let mut boxes = Vec::new();
    collect(tree.root(), &mut boxes);
    boxes
}

fn collect(group: &Group, boxes: &mut Vec<Rect>) {
    for node in group.children() {
        match node {
            Node::Group(group) => collect(group, boxes),
            Node::Text(text) => boxes.push(text.abs_bounding_box()),
            _ => {}
        }
    }
}

/// Fails if a text reaches over an edge of the canvas.
pub fn assert_texts_inside(chart: &Chart, svg: &str) {
    let Size {
        width_px,
        height_px,
        ..
    } = chart.size;
    for text in text_boxes(svg) {
        let inside = text.left() >= 0.0
            && text.top() >= 0.0
            && text.right() <= width_px as f32
            && text.bottom() <= height_px as f32;
        assert!(inside, "{text:?} leaves {width_px} x {height_px}");
    }
}

/// Fails if two texts lie on one another by more than a hair.
pub fn assert_texts_apart(name: &str, svg: &str) {
    let (boxes, words) = (text_boxes(svg), texts(svg));
    assert_eq!(boxes.len(), words.len());
    for (at, a) in boxes.iter().enumerate() {
        for (b, word) in boxes[at + 1..].iter().zip(&words[at + 1..]) {
            let wide = a.right().min(b.right()) - a.left().max(b.left());
            let high = a.bottom().min(b.bottom()) - a.top().max(b.top());
            assert!(
                wide < 1.0 || high < 4.0,
                "{name}: {:?} lies on {word:?}",
                words[at]
            );
        }
    }
}

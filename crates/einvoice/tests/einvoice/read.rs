//! Reading written XML by paths of element names, with nothing of the writers.

use roxmltree::{Document, Node};

/// Reads what was written.
pub fn parse(bytes: &[u8]) -> Document<'_> {
    Document::parse(std::str::from_utf8(bytes).unwrap()).unwrap()
}

/// Every element at a path below `from`: `TaxTotal/TaxSubtotal`.
pub fn nodes<'a, 'i>(from: Node<'a, 'i>, path: &str) -> Vec<Node<'a, 'i>> {
    path.split('/').fold(vec![from], |nodes, name| {
        let children = nodes.iter().flat_map(Node::children);
        children
            .filter(|child| child.tag_name().name() == name)
            .collect()
    })
}

/// The texts at a path.
pub fn texts(from: Node<'_, '_>, path: &str) -> Vec<String> {
    let read = |node: &Node<'_, '_>| node.text().unwrap_or_default().to_owned();
    nodes(from, path).iter().map(read).collect()
}

/// The decimals at a path as integers of `scale` decimals.
pub fn scaled(from: Node<'_, '_>, path: &str, scale: usize) -> Vec<i64> {
    texts(from, path)
        .iter()
        .map(|text| unscaled(text, scale))
        .collect()
}

fn unscaled(text: &str, scale: usize) -> i64 {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    assert!(
        decimals.len() <= scale,
        "{text} has more than {scale} decimals"
    );
    format!("{whole}{decimals:0<scale$}").parse().unwrap()
}

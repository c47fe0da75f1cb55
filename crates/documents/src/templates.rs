//! The templates: ours, and whatever a business makes of them.

use crate::kind::Kind;

const LETTER: &str = include_str!("../templates/letter.typ");
const LABEL: &str = include_str!("../templates/label.typ");

/// How a document looks, in the typesetter's own language (Typst). It reads what the document says
/// with `json("content.json")`, and may place an image with `image("logo")` where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// The text of the template.
    pub source: String,
    /// The business's mark as PNG, JPEG or SVG.
    pub logo: Option<Vec<u8>>,
}

/// The template of a kind as it comes with the product.
pub fn built_in(kind: Kind) -> Template {
    let source = match kind {
        Kind::Label => LABEL,
        _ => LETTER,
    };
    Template {
        source: source.to_owned(),
        logo: None,
    }
}

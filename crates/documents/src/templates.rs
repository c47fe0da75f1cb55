//! The templates: ours, and whatever a business makes of them.

use crate::kind::Kind;
use serde::{Deserialize, Serialize};

const LETTER: &str = include_str!("../templates/letter.typ");
/// The letter as it was before documents could be changed: what was issued with it keeps it.
const LETTER_1: &str = include_str!("../templates/1/letter.typ");
const LABEL: &str = include_str!("../templates/label.typ");

/// How a document looks, in the typesetter's own language (Typst). It reads what the document says
/// with `json("content.json")`, and may place an image with `image("logo")` where there is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// The text of the template.
    pub source: String,
    /// The business's mark as PNG or JPEG.
    pub logo: Option<Vec<u8>>,
}

impl Template {
    /// Whether it is one of the product's: those end, and are bounded by what a document says.
    pub fn is_built_in(&self) -> bool {
        [LETTER, LETTER_1, LABEL].contains(&self.source.as_str())
    }
}

/// The edition of the product's templates; told with a document that is issued, so that it is
/// typeset the same when there is a newer one.
pub const EDITION: u32 = 2;

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

/// The product's template of a kind as it was in an edition; the present one when there is no such.
pub fn edition(kind: Kind, edition: u32) -> Template {
    let mut template = built_in(kind);
    if edition == 1 && kind != Kind::Label {
        LETTER_1.clone_into(&mut template.source);
    }
    template
}

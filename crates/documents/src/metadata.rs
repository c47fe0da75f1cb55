//! Adds to the metadata of a PDF what a form of attached file demands there (Factur-X): as an
//! incremental update (ISO 32000-2, 7.5.6), so that everything before it stays byte for byte.

use crate::error::TypesetError;
use serde::{Deserialize, Serialize};

/// What is added to the metadata (XMP).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// The description of the extension: an `rdf:li` of `pdfaExtension:schemas`.
    pub schema: String,
    /// The values: an `rdf:Description`.
    pub values: String,
}

const KIND: &[u8] = b"/Type/Metadata/Subtype/XML>>";
const BAG: &str = "<pdfaExtension:schemas><rdf:Bag>";
const END: &str = "</rdf:RDF>";

/// The file with the metadata added.
pub(crate) fn add(pdf: Vec<u8>, metadata: &Metadata) -> Result<Vec<u8>, TypesetError> {
    added(&pdf, metadata).ok_or_else(|| TypesetError::Form("metadata of another shape".to_owned()))
}

fn added(pdf: &[u8], metadata: &Metadata) -> Option<Vec<u8>> {
    let kind = find(pdf, KIND)?;
    let object = number_before(&pdf[..kind])?;
    let start = kind + find(&pdf[kind..], b"stream\n")? + b"stream\n".len();
    let end = start + find(&pdf[start..], b"\nendstream")?;
    let old = std::str::from_utf8(&pdf[start..end]).ok()?;
    let (before, after) = (old.find(BAG)? + BAG.len(), old.rfind(END)?);
    let new = [
        &old[..before],
        &metadata.schema,
        &old[before..after],
        &metadata.values,
        &old[after..],
    ]
    .concat();
    let trailer = trailer(pdf)?;
    let mut out = pdf.to_vec();
    out.push(b'\n');
    let at = out.len();
    out.extend(stream(object, &new).bytes());
    let table = out.len();
    out.extend(end_of_file(object, at, table, &trailer).bytes());
    Some(out)
}

fn stream(object: u32, text: &str) -> String {
    let length = text.len();
    format!(
        "{object} 0 obj\n<</Length {length}/Type/Metadata/Subtype/XML>>\nstream\n{text}\n\
         endstream\nendobj\n"
    )
}

fn end_of_file(object: u32, at: usize, table: usize, trailer: &str) -> String {
    format!(
        "xref\n{object} 1\n{at:010} 00000 n \ntrailer\n<<{trailer}>>\nstartxref\n{table}\n%%EOF\n"
    )
}

/// What stands in the trailer, with the way back to the table before.
fn trailer(pdf: &[u8]) -> Option<String> {
    let at = rfind(pdf, b"trailer")?;
    let text = std::str::from_utf8(&pdf[at..]).ok()?;
    let inner = text.split_once("<<")?.1;
    let (inner, rest) = inner.split_once(">>")?;
    let before: usize = rest.split_whitespace().nth(1)?.parse().ok()?;
    Some(format!("{inner}/Prev {before}"))
}

/// The number of the object that opens last: "12 0 obj".
fn number_before(pdf: &[u8]) -> Option<u32> {
    let opened = rfind(pdf, b" 0 obj")?;
    let digits = pdf[..opened]
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_digit());
    let from = opened - digits.count();
    std::str::from_utf8(&pdf[from..opened]).ok()?.parse().ok()
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

fn rfind(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).rposition(|window| window == part)
}

//! Writing XML: elements in the order of the calls, text escaped, nothing empty, the same bytes
//! for the same calls.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::rules::blank;
use crate::write::WriteError;

/// A document that is being written to memory.
pub(crate) struct Xml {
    writer: Writer<Vec<u8>>,
    /// The elements around the place of writing.
    open: Vec<&'static str>,
    refused: Option<WriteError>,
}

/// An attribute's name and value.
pub(crate) type Attribute<'a> = (&'a str, &'a str);

impl Xml {
    /// A document with a root element, and what is inside.
    pub fn document(
        root: &'static str,
        namespaces: &[Attribute<'_>],
        inside: impl FnOnce(&mut Self),
    ) -> Result<Vec<u8>, WriteError> {
        let mut xml = Self {
            writer: Writer::new(Vec::new()),
            open: Vec::new(),
            refused: None,
        };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml.element(root, namespaces, inside);
        xml.refused.map_or(Ok(xml.writer.into_inner()), Err)
    }

    /// An element around others; it is left out if nothing is inside.
    pub fn within(&mut self, name: &'static str, inside: impl FnOnce(&mut Self)) {
        self.element(name, &[], inside);
    }

    /// An element with a text; it is left out if the text is blank.
    pub fn text(&mut self, name: &'static str, text: &str) {
        self.text_with(name, &[], text);
    }

    /// An element with a text that may not be said.
    pub fn optional(&mut self, name: &'static str, text: Option<&String>) {
        self.text(name, text.map_or("", String::as_str));
    }

    /// An element with attributes and a text.
    pub fn text_with(&mut self, name: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.element(name, attributes, |xml| {
            xml.accept(attributes.iter().map(|attribute| attribute.1).chain([text]));
            if !blank(text) {
                xml.event(Event::Text(BytesText::new(text)));
            }
        });
    }

    /// An element around others that is written even if nothing is inside.
    pub fn group(&mut self, name: &'static str, inside: impl FnOnce(&mut Self)) {
        self.event(Event::Start(BytesStart::new(name)));
        self.open.push(name);
        inside(self);
        self.open.pop();
        self.event(Event::End(BytesEnd::new(name)));
    }

    fn element(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        inside: impl FnOnce(&mut Self),
    ) {
        let before = self.length();
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.event(Event::Start(start));
        let opened = self.length();
        self.open.push(name);
        inside(self);
        self.open.pop();
        if self.length() == opened {
            self.writer.get_mut().truncate(before);
        } else {
            self.event(Event::End(BytesEnd::new(name)));
        }
    }

    /// Notes the first character that has no place in a document.
    fn accept<'a>(&mut self, texts: impl Iterator<Item = &'a str>) {
        let refused = texts.flat_map(str::chars).find(|each| is_refused(*each));
        if let (Some(character), None) = (refused, &self.refused) {
            let element = self.open.join("/");
            self.refused = Some(WriteError::Character { element, character });
        }
    }

    fn length(&self) -> usize {
        self.writer.get_ref().len()
    }

    fn event(&mut self, event: Event<'_>) {
        self.writer
            .write_event(event)
            .expect("memory takes every byte");
    }
}

/// Control characters but tab and line feed, and what XML knows as no character. A carriage return
/// is among them: readers turn it into a line feed, so that what is read is not what was written.
fn is_refused(character: char) -> bool {
    match character {
        '\t' | '\n' => false,
        '\u{fffe}' | '\u{ffff}' => true,
        _ => character.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::Xml;
    use crate::write::WriteError;

    fn note(text: &str) -> Result<String, WriteError> {
        let document = Xml::document("root", &[], |xml| {
            xml.text_with("note", &[("of", "<\"")], text)
        });
        document.map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn texts_and_attributes_are_escaped_and_come_back() {
        let text = "5 < 6 & \"7\" > 'x' ]]> é\n\tend";
        let written = note(text).unwrap();
        let read = roxmltree::Document::parse(&written).unwrap();
        let element = read.root_element().first_element_child().unwrap();
        assert_eq!(element.text(), Some(text));
        assert_eq!(element.attribute("of"), Some("<\""));
    }

    #[test]
    fn what_says_nothing_is_not_written() {
        let written = Xml::document("root", &[], |xml| {
            xml.text("kept", "text");
            xml.within("outer", |xml| {
                xml.within("inner", |xml| xml.text("blank", " "))
            });
        });
        let written = String::from_utf8(written.unwrap()).unwrap();
        assert!(
            written.ends_with("<root><kept>text</kept></root>"),
            "{written}"
        );
    }

    #[test]
    fn a_control_character_is_refused_with_its_place() {
        for character in ['\0', '\u{1b}', '\r', '\u{85}', '\u{ffff}'] {
            let element = "root/note".to_owned();
            let expected = WriteError::Character { element, character };
            assert_eq!(note(&format!("a{character}b")), Err(expected));
        }
    }
}

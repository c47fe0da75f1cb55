//! What a template can reach: itself, the content, the logo and the attached files. Nothing of the
//! computer that it is typeset on: no file, no package, no clock.

use crate::content::{Attachment, Content};
use crate::fonts::FONTS;
use crate::templates::Template;
use std::collections::HashMap;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

static LIBRARY: LazyLock<LazyHash<Library>> =
    LazyLock::new(|| LazyHash::new(Library::builder().build()));

/// One document on its way.
pub(crate) struct Desk {
    main: Source,
    files: HashMap<FileId, Bytes>,
}

impl Desk {
    pub fn new(template: &Template, content: &Content, attachments: &[Attachment]) -> Self {
        let text = template.source.clone() + &attach(attachments);
        let mut files = HashMap::new();
        let said = serde_json::to_vec(content).unwrap_or_default();
        files.insert(file_id("content.json"), Bytes::new(said));
        if let Some(logo) = &template.logo {
            files.insert(file_id("logo"), Bytes::new(logo.clone()));
        }
        for (index, attachment) in attachments.iter().enumerate() {
            let name = file_id(&format!("attached-{index}"));
            files.insert(name, Bytes::new(attachment.data.clone()));
        }
        Self {
            main: Source::new(file_id("main.typ"), text),
            files,
        }
    }

    /// The line, from 1, of a place in the template.
    pub fn line_of(&self, byte: usize) -> usize {
        let lines = self.main.lines();
        lines.byte_to_line(byte).map_or(0, |line| line + 1)
    }

    pub fn source_id(&self) -> FileId {
        self.main.id()
    }
}

/// The lines that put the files into the PDF; other forms ignore them.
fn attach(attachments: &[Attachment]) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let lines = attachments.iter().enumerate().map(|(index, file)| {
        format!(
            "\n#pdf.attach({}, read(\"attached-{index}\", encoding: none), relationship: {}, \
             mime-type: {}, description: {})",
            quoted(&file.name),
            quoted(file.relation.word()),
            quoted(&file.media_type),
            quoted(&file.description),
        )
    });
    lines.collect()
}

fn file_id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("the names of our files are paths");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        Err(missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}

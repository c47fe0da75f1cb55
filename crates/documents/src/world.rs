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

/// One document on its way, or several that are bound together.
pub(crate) struct Desk {
    main: FileId,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
}

impl Desk {
    pub fn new(template: &Template, content: &Content, attachments: &[Attachment]) -> Self {
        let mut desk = Self::empty();
        let text = template.source.clone() + &attach(attachments);
        desk.lay("", &text, template.logo.as_deref(), content);
        for (index, attachment) in attachments.iter().enumerate() {
            let name = file_id(&format!("attached-{index}"));
            desk.files.insert(name, Bytes::new(attachment.data.clone()));
        }
        desk
    }

    /// Several documents one after the other, each in a folder of its own.
    pub fn bound(template: &Template, contents: &[Content]) -> Self {
        let mut desk = Self::empty();
        let includes = (0..contents.len()).map(|index| format!("#include \"{index}/main.typ\"\n"));
        let main = Source::new(desk.main, includes.collect());
        desk.sources.insert(desk.main, main);
        for (index, content) in contents.iter().enumerate() {
            let folder = format!("{index}/");
            desk.lay(&folder, &template.source, template.logo.as_deref(), content);
        }
        desk
    }

    /// A document with words of its own kind, as JSON.
    pub fn of(source: &str, said: &[u8]) -> Self {
        let mut desk = Self::empty();
        let main = Source::new(desk.main, source.to_owned());
        desk.sources.insert(desk.main, main);
        let said = Bytes::new(said.to_vec());
        desk.files.insert(file_id("content.json"), said);
        desk
    }

    fn empty() -> Self {
        Self {
            main: file_id("main.typ"),
            sources: HashMap::new(),
            files: HashMap::new(),
        }
    }

    fn lay(&mut self, folder: &str, text: &str, logo: Option<&[u8]>, content: &Content) {
        let named = |name: &str| file_id(&format!("{folder}{name}"));
        let said = serde_json::to_vec(content).unwrap_or_default();
        let source = Source::new(named("main.typ"), text.to_owned());
        self.sources.insert(source.id(), source);
        self.files.insert(named("content.json"), Bytes::new(said));
        if let Some(logo) = logo {
            self.files.insert(named("logo"), Bytes::new(logo.to_vec()));
        }
    }

    /// The line, from 1, of a place in a template.
    pub fn line_of(&self, file: FileId, byte: usize) -> usize {
        let lines = self.sources.get(&file).map(Source::lines);
        let line = lines.and_then(|lines| lines.byte_to_line(byte));
        line.map_or(0, |line| line + 1)
    }

    /// Whether a file is a template.
    pub fn is_template(&self, file: FileId) -> bool {
        self.sources.contains_key(&file)
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
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let source = self.sources.get(&id).cloned();
        source.ok_or_else(|| missing(id))
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

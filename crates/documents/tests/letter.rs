//! What comes out of the typesetter.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod sample;

use documents::{
    Attachment, Content, Kind, Metadata, Party, Pdf, Relation, Template, TypesetError, built_in,
    pages, pdf,
};
use sample::invoice;

fn letter() -> Template {
    built_in(Kind::Invoice)
}

fn plain(content: &Content) -> Vec<u8> {
    pdf(&letter(), content, &Pdf::default()).unwrap()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|part| part == text.as_bytes())
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let first = plain(&invoice(5));
    assert!(first.starts_with(b"%PDF-"));
    assert_eq!(first, plain(&invoice(5)));
    assert_ne!(first, plain(&invoice(6)));
}

#[test]
fn an_empty_document_of_every_kind_is_a_page() {
    for kind in Kind::ALL {
        let pages = pages(&built_in(kind), &Content::default()).unwrap();
        assert_eq!(pages.len(), 1, "{kind:?}");
    }
}

#[test]
fn a_long_table_goes_on_over_pages_under_its_heading() {
    let one = pages(&letter(), &invoice(5)).unwrap();
    let many = pages(&letter(), &invoice(120)).unwrap();
    assert_eq!(one.len(), 1);
    assert!((4..=7).contains(&many.len()), "{} pages", many.len());
}

#[test]
fn words_of_a_customer_are_words_and_no_instructions() {
    let hostile = "#panic(\"x\") $x$ \\ *b* <a> @b ] } `";
    let mut content = invoice(1);
    content.recipient = Some(Party {
        name: hostile.into(),
        address: vec![hostile.into()],
        contact: vec![hostile.into()],
    });
    content.rows[0].cells[1] = hostile.into();
    content.rows[0].detail = Some(hostile.into());
    assert_eq!(pages(&letter(), &content).unwrap().len(), 1);
}

#[test]
fn a_row_with_too_few_cells_leaves_them_empty() {
    let mut content = invoice(1);
    content.rows[0].cells.truncate(2);
    assert!(pages(&letter(), &content).is_ok());
}

#[test]
fn an_attached_file_lies_in_a_pdf_that_says_it_is_made_to_be_kept() {
    let data = b"<invoice/>".to_vec();
    let attachment = Attachment {
        name: "factur-x.xml".into(),
        media_type: "text/xml".into(),
        description: "The invoice for machines".into(),
        relation: Relation::Alternative,
        data,
    };
    let how = Pdf {
        attachments: vec![attachment],
        metadata: None,
    };
    let bytes = pdf(&letter(), &invoice(2), &how).unwrap();
    assert!(holds(&bytes, "factur-x.xml") && holds(&bytes, "/Alternative"));
    assert!(holds(&bytes, "pdfaid:part"));
    assert!(!holds(&plain(&invoice(2)), "factur-x.xml"));
}

#[test]
fn metadata_are_added_behind_everything_else() {
    let plain = plain(&invoice(2));
    let how = Pdf {
        attachments: Vec::new(),
        metadata: Some(Metadata {
            schema: "<rdf:li>the schema</rdf:li>".into(),
            values: "<rdf:Description>the values</rdf:Description>".into(),
        }),
    };
    let more = pdf(&letter(), &invoice(2), &how).unwrap();
    assert_eq!(&more[..plain.len()], &plain[..]);
    let added = String::from_utf8_lossy(&more[plain.len()..]).into_owned();
    assert!(added.contains("<rdf:Bag><rdf:li>the schema</rdf:li>"));
    assert!(added.contains("the values</rdf:Description></rdf:RDF>"));
    let (head, table) = added.rsplit_once("startxref\n").unwrap();
    let table: usize = table.lines().next().unwrap().parse().unwrap();
    assert!(more[table..].starts_with(b"xref\n") && head.contains("/Prev "));
}

#[test]
fn a_mistake_in_a_template_is_named_with_its_line() {
    let template = Template {
        source: "fine\n\n#nothing-of-that-name\n".into(),
        logo: None,
    };
    let error = pages(&template, &Content::default()).unwrap_err();
    let TypesetError::Template { line, message } = error else {
        panic!("{error:?}")
    };
    assert_eq!((line, message.contains("unknown variable")), (3, true));
}

#[test]
fn a_template_reaches_nothing_of_the_computer() {
    for source in [
        "#read(\"/etc/hostname\")",
        "#read(\"../letter.typ\")",
        "#import \"@preview/tablex:0.0.9\": *",
        "#datetime.today()",
    ] {
        let template = Template {
            source: source.into(),
            logo: None,
        };
        assert!(pages(&template, &Content::default()).is_err(), "{source}");
    }
}

//! Labels are printed, and what was printed is scanned: the PDF is drawn as pixels of a usual
//! printer and read by a decoder that knows nothing of the code that drew it.

#![allow(clippy::unwrap_used)] // a test may fail

use documents::codes::{Modules, code128, ean, qr};
use documents::{Drawn, Label, Labels, Sheet};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use rxing::BarcodeFormat;

/// Dots of an inch on a usual printer.
const DPI: f32 = 300.0;
const POINTS: f32 = 72.0;

/// A page as grey pixels.
struct Picture {
    width: usize,
    height: usize,
    grey: Vec<u8>,
}

fn pictures(pdf: Vec<u8>) -> Vec<Picture> {
    let pdf = Pdf::new(pdf).unwrap();
    let pages = hayro::render_pdf(&pdf, DPI / POINTS, InterpreterSettings::default(), None);
    let grey = |pixel: &[u8]| {
        ((u32::from(pixel[0]) + u32::from(pixel[1]) + u32::from(pixel[2])) / 3) as u8
    };
    let pages = pages.unwrap().into_iter().map(|page| Picture {
        width: page.width().into(),
        height: page.height().into(),
        grey: page.data_as_u8_slice().chunks(4).map(grey).collect(),
    });
    pages.collect()
}

impl Picture {
    /// The part of it that a label takes.
    fn label(&self, sheet: &Sheet, place: usize) -> Self {
        let dots = |um: usize| (um as f32 / 25_400.0 * DPI) as usize;
        let (column, row) = (place % sheet.columns, place / sheet.columns);
        let left = dots(sheet.margin_um[0] + column * sheet.label_um[0]);
        let top = dots(sheet.margin_um[1] + row * sheet.label_um[1]);
        let width = dots(sheet.label_um[0]).min(self.width - left);
        let height = dots(sheet.label_um[1]).min(self.height - top);
        let lines = (top..top + height).map(|y| y * self.width + left);
        Self {
            width,
            height,
            grey: lines
                .flat_map(|from| self.grey[from..from + width].to_vec())
                .collect(),
        }
    }

    fn scan(&self) -> Option<(String, BarcodeFormat)> {
        let (width, height) = (self.width as u32, self.height as u32);
        let found = rxing::helpers::detect_in_luma(self.grey.clone(), width, height, None);
        let found = found.ok()?;
        Some((found.getText().to_owned(), *found.getBarcodeFormat()))
    }
}

fn label(sheet: &Sheet, code: &Modules, text: &str) -> Label {
    Label {
        title: Some("White hanging heart t-light holder, large, hand made".into()),
        sku: Some("85123A".into()),
        price: Some("£12.75".into()),
        unit: Some("pcs".into()),
        code: Some(Drawn::on(sheet, code, text).unwrap()),
    }
}

fn printed(sheet: Sheet, skip: usize, labels: Vec<Label>) -> Vec<Picture> {
    let labels = Labels {
        sheet,
        skip,
        title: "Labels".into(),
        date: "2026-11-30".into(),
        language: "en".into(),
        labels,
    };
    pictures(labels.pdf().unwrap())
}

#[test]
fn every_code_on_every_sheet_scans_as_what_was_printed() {
    let codes = [
        ("6291041500213", ean("6291041500213"), BarcodeFormat::EAN_13),
        ("96385074", ean("96385074"), BarcodeFormat::EAN_8),
        ("SKU-00017", code128("SKU-00017"), BarcodeFormat::CODE_128),
        ("85123A", code128("85123A"), BarcodeFormat::CODE_128),
        (
            "123456789012",
            code128("123456789012"),
            BarcodeFormat::CODE_128,
        ),
        ("Öl 5 l / ф", qr("Öl 5 l / ф"), BarcodeFormat::QR_CODE),
    ];
    for sheet in [Sheet::A4_3X8, Sheet::A4_4X10, Sheet::SINGLE_57X32] {
        let labels = codes
            .iter()
            .map(|(text, code, _)| label(&sheet, code.as_ref().unwrap(), text));
        let pages = printed(sheet, 0, labels.collect());
        assert_eq!(pages.len(), codes.len().div_ceil(sheet.places()));
        for (at, (text, _, format)) in codes.iter().enumerate() {
            let page = &pages[at / sheet.places()];
            let found = page.label(&sheet, at % sheet.places()).scan();
            assert_eq!(found, Some(((*text).to_owned(), *format)), "{sheet:?} {at}");
        }
    }
}

#[test]
fn labels_go_on_where_the_sheet_is_not_used_up_and_onto_the_next() {
    let sheet = Sheet::A4_4X10;
    let code = ean("6291041500213").unwrap();
    let labels = vec![label(&sheet, &code, "6291041500213"); 39];
    let pages = printed(sheet, 3, labels);
    assert_eq!(pages.len(), 2);
    assert_eq!(pages[0].label(&sheet, 2).scan(), None);
    assert!(pages[0].label(&sheet, 3).scan().is_some());
    assert!(pages[1].label(&sheet, 1).scan().is_some());
    assert_eq!(pages[1].label(&sheet, 2).scan(), None);
}

#[test]
fn a_code_that_no_scanner_could_tell_apart_is_not_drawn() {
    let long = code128(&"AB-".repeat(15)).unwrap();
    assert_eq!(Drawn::on(&Sheet::A4_4X10, &long, "AB"), None);
    assert!(Drawn::on(&Sheet::A4_4X10, &qr(&"AB-".repeat(15)).unwrap(), "AB").is_some());
}

//! What a printer would make of the bytes, read back by a decoder of its own.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod decoder;

use proptest::prelude::*;
use receipts::{Bitmap, Block, CodePage, Look, Printing, Slip, escpos, open_drawer, plain};

fn printing(columns: usize, page: CodePage) -> Printing {
    Printing {
        columns,
        page,
        cut: true,
        drawer: true,
    }
}

fn slip(title: &str, figure: &str) -> Slip {
    let mut slip = Slip::default();
    slip.add(Block::Title(title.into()));
    slip.add(Block::Centre(title.into()));
    slip.add(Block::Text(title.into()));
    slip.add(Block::Rule);
    slip.pair(title, figure, Look::Plain);
    slip.pair(title, figure, Look::Tall);
    slip.add(Block::Gap);
    slip.add(Block::Barcode("A-000042".into()));
    slip
}

#[test]
fn a_receipt_is_cut_kicks_the_drawer_and_carries_its_number() {
    let bytes = escpos(&slip("Blue mug", "17.50"), &printing(32, CodePage::Pc858));
    let printed = decoder::read(&bytes).unwrap();
    assert_eq!((printed.cuts, printed.kicks), (1, 1));
    assert_eq!(printed.barcodes, ["A-000042"]);
    let pair = "Blue mug                   17.50".to_owned();
    assert!(printed.lines.contains(&(pair, 32)), "{:?}", printed.lines);
    assert_eq!(decoder::read(&open_drawer()).unwrap().kicks, 1);
}

#[test]
fn letters_that_the_page_lacks_come_from_another_page_or_are_spelt() {
    for (text, printed) in [
        ("Käse 3 €", "Käse 3 €"),
        ("Żółć Škoda", "Żółć Škoda"),
        ("Борщ", "Борщ"),
        ("Mu\u{308}ller", "Müller"),
        ("\u{4e2d}\u{6587}", "Zhong Wen"),
        ("a\u{1b}p\u{0}b", "apb"),
        ("a\u{a0}b\tc", "a b c"),
        ("soft\u{ad}ly", "softly"),
        ("\u{e000}", "[E000]"),
    ] {
        for page in CodePage::ALL {
            let mut slip = Slip::default();
            slip.add(Block::Text(text.into()));
            let bytes = escpos(&slip, &printing(42, page));
            let line = &decoder::read(&bytes).unwrap().lines[0].0;
            assert_eq!(line, printed, "{page:?}");
            assert_eq!(plain(&slip, 42).trim_end(), printed);
        }
    }
}

#[test]
fn every_letter_of_a_page_is_that_byte_again() {
    for page in CodePage::ALL {
        for byte in 32..=255_u8 {
            if let Some(letter) = page.letter(byte) {
                assert_eq!(page.byte(letter), Some(byte), "{page:?} {letter}");
            }
        }
    }
}

#[test]
fn a_barcode_that_does_not_fit_the_paper_is_left_out() {
    let mut slip = Slip::default();
    slip.add(Block::Barcode("A-00000000000042".into()));
    let barcodes = |columns| {
        let bytes = escpos(&slip, &printing(columns, CodePage::Pc858));
        decoder::read(&bytes).unwrap().barcodes.len()
    };
    assert_eq!((barcodes(32), barcodes(48)), (0, 1));
    assert!(plain(&slip, 32).contains("A-00000000000042"));
}

#[test]
fn a_logo_is_made_small_enough_for_the_paper() {
    let grey = vec![0; 1_200 * 300];
    let logo = Bitmap::of_grey(&grey, 1_200, 300).unwrap();
    let mut slip = Slip::default();
    slip.add(Block::Logo(logo));
    let bytes = escpos(&slip, &printing(48, CodePage::Pc858));
    assert_eq!(decoder::read(&bytes).unwrap().pictures, [(400, 100)]);
    assert_eq!(Bitmap::of_grey(&[0; 7], 2, 4), None);
    assert_eq!(Bitmap::of_grey(&[], 0, 0), None);
}

fn hostile() -> impl Strategy<Value = String> {
    let letters = prop_oneof![
        any::<char>(),
        prop::sample::select(vec![
            '\u{1b}', '\u{1d}', '\n', '\0', ' ', 'ß', '€', '中', '\u{301}', '\u{202e}', '😀',
        ]),
    ];
    prop::collection::vec(letters, 0..160).prop_map(|letters| letters.into_iter().collect())
}

/// The letters, wherever they stand.
fn letters<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    lines.flat_map(str::split_whitespace).collect()
}

proptest! {
    #[test]
    fn no_title_breaks_out_of_its_columns_or_gives_the_printer_an_order(
        title in hostile(), figure in hostile(),
        columns in prop::sample::select(vec![32_usize, 42, 48]),
        page in prop::sample::select(CodePage::ALL.to_vec()),
    ) {
        let slip = slip(&title, &figure);
        let printed = decoder::read(&escpos(&slip, &printing(columns, page)));
        let printed = printed.map_err(TestCaseError::fail)?;
        prop_assert_eq!((printed.cuts, printed.kicks), (1, 1));
        for (line, width) in &printed.lines {
            prop_assert!(*width <= columns, "{} columns: {:?}", width, line);
        }
        let text = plain(&slip, columns);
        prop_assert!(text.lines().all(|line| line.chars().count() <= columns));
        // The preview and the paper hold the same letters; the barcode is a number in the preview.
        let paper = letters(printed.lines.iter().map(|(line, _)| line.as_str()));
        prop_assert_eq!(paper + "A-000042", letters(text.lines()));
    }
}

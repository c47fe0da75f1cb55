//! Labels in the language of label printers (ZPL II), for 203 dots an inch: the printer draws the
//! codes by itself.
use documents::Sheet;

use super::labels::LabelCode;
use super::labels::{Kind, Worded, kinds, modules};

const DOTS_PER_MM: usize = 8;
const EDGE: usize = 16;
/// Dots of the narrowest bar that printers of this kind draw well.
const LEAST_DOTS: usize = 2;
const MOST_DOTS: usize = 3;

/// The labels of one product; the printer repeats them. `None` when its code does not fit.
pub(super) fn zpl(sheet: &Sheet, code: Option<LabelCode>, label: &Worded) -> Option<String> {
    let [width, height] = sheet.label_um.map(|um| um * DOTS_PER_MM / 1_000);
    let mut out = format!("^XA\n^CI28\n^PW{width}\n^LL{height}\n^LH0,0\n");
    let inner = width - 2 * EDGE;
    if let Some(title) = &label.title {
        out += &text(EDGE, EDGE, 22, &format!("^FB{inner},2,0,L"), title);
    }
    let price = [label.price.as_deref(), label.unit.as_deref()];
    let price: Vec<&str> = price.into_iter().flatten().collect();
    if !price.is_empty() {
        out += &text(EDGE, 66, 34, "", &price.join(" / "));
    }
    if let Some(sku) = &label.sku {
        out += &text(EDGE, 72, 18, &format!("^FB{inner},1,0,R"), sku);
    }
    if let Some(said) = &label.code {
        let mut ways = kinds(code, said).iter();
        out += &ways.find_map(|kind| drawn(*kind, said, width, height))?;
    }
    out += &format!("^PQ{}\n^XZ\n", label.count);
    Some(out)
}

fn drawn(kind: Kind, said: &str, width: usize, height: usize) -> Option<String> {
    let code = modules(kind, said)?;
    let top = 112;
    if kind == Kind::Qr {
        let dots = ((height - top - EDGE / 2) / code.width()).clamp(1, 5);
        (dots >= LEAST_DOTS).then_some(())?;
        let data = escaped(said);
        return Some(format!(
            "^FO{EDGE},{top}^BQN,2,{dots}^FH\\^FDMA,{data}^FS\n"
        ));
    }
    let dots = (width / (code.width() + 2 * code.quiet)).min(MOST_DOTS);
    (dots >= LEAST_DOTS).then_some(())?;
    let left = (width - code.width() * dots) / 2;
    let tall = height.saturating_sub(top + 36);
    let command = match (kind, said.len()) {
        // The printer adds the check digit to what stands before it.
        (Kind::Ean, 8) => format!("^B8N,{tall},Y,N^FD{}", &said[..7]),
        (Kind::Ean, 12) => format!("^BUN,{tall},Y,N,Y^FD{}", &said[..11]),
        (Kind::Ean, _) => format!("^BEN,{tall},Y,N^FD{}", &said[..12]),
        _ => format!("^BCN,{tall},Y,N,N,A^FH\\^FD{}", escaped(said)),
    };
    Some(format!("^FO{left},{top}^BY{dots}{command}^FS\n"))
}

fn text(x: usize, y: usize, size: usize, block: &str, said: &str) -> String {
    format!(
        "^FO{x},{y}^A0N,{size},{size}{block}^FH\\^FD{}^FS\n",
        escaped(said)
    )
}

/// What commands begin with, and the sign of the escape itself, as hexadecimal figures.
fn escaped(said: &str) -> String {
    let mut out = String::with_capacity(said.len());
    for letter in said.chars() {
        match letter {
            '^' | '~' | '\\' => out += &format!("\\{:02X}", letter as u32),
            other if other.is_control() => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(code: &str) -> Worded {
        Worded {
            count: 3,
            title: Some("Tea ^ 100 %".into()),
            sku: Some("A\\1".into()),
            price: Some("2.50 GBP".into()),
            unit: Some("pcs".into()),
            code: Some(code.into()),
        }
    }

    fn written(code: &str) -> String {
        zpl(&Sheet::SINGLE_57X32, None, &label(code)).unwrap()
    }

    #[test]
    fn what_would_be_a_command_is_escaped() {
        let zpl = written("AB^1");
        assert!(zpl.contains("^FH\\^FDTea \\5E 100 %^FS"), "{zpl}");
        assert!(
            zpl.contains("^FDA\\5C1^FS") && zpl.contains("^FDAB\\5E1^FS"),
            "{zpl}"
        );
    }

    #[test]
    fn article_numbers_go_without_the_digit_that_the_printer_adds() {
        assert!(written("6291041500213").contains("^BEN,108,Y,N^FD629104150021^FS"));
        assert!(written("96385074").contains("^B8N,108,Y,N^FD9638507^FS"));
        assert!(written("036000291452").contains("^BUN,108,Y,N,Y^FD03600029145^FS"));
        // One whose check digit is wrong is no article number, and printed as it is.
        assert!(written("6291041500214").contains("^FD6291041500214^FS"));
    }

    #[test]
    fn a_label_says_how_often_it_is_printed_and_how_large_it_is() {
        let zpl = written("85123A");
        assert!(zpl.starts_with("^XA\n^CI28\n^PW456\n^LL256\n") && zpl.ends_with("^PQ3\n^XZ\n"));
    }

    #[test]
    fn what_no_bars_can_say_is_a_matrix() {
        assert!(written("Öl").contains("^BQN,2,") && written("Öl").contains("^FDMA,Öl^FS"));
    }
}

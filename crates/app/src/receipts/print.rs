//! `receipts.print`: a receipt or till report to the printer of this installation, or to one that
//! is named. What is printed a second time is marked as a copy.
use super::port::{Printer, PrinterKind};
use super::slip::{Made, SlipAsked, make};
use super::{logo, printed::Printed};
use crate::App;
use crate::error::AppError;
use crate::request::{Part, With};
use receipts::{Block, escpos, plain};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PrintTarget {
    /// The printer; that of this installation when absent.
    pub printer: Option<Printer>,
}

impl Part for PrintTarget {
    const KEYS: &'static [&'static str] = &["printer"];
}

/// A slip that was printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SlipPrinted {
    /// Whether it was marked as a copy.
    pub copy: bool,
    /// The file that was written, if it went to one.
    pub path: Option<String>,
}

/// What it takes.
pub type Input = With<PrintTarget, SlipAsked>;
/// What it gives.
pub type Output = SlipPrinted;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let printer = match input.part.printer {
        Some(printer) => printer,
        None => Printer::kept(app)?,
    };
    let made = make(app, &input.body)?;
    let path = printer.send(&made.name, &bytes(&printer, &made)?)?;
    if made.issued {
        let printed: &Printed = app.printed();
        printed.add(app, made.id);
    }
    Ok(SlipPrinted {
        copy: made.copy,
        path,
    })
}

fn bytes(printer: &Printer, made: &Made) -> Result<Vec<u8>, AppError> {
    if printer.kind == PrinterKind::Text {
        return Ok(plain(&made.slip, printer.columns()).into_bytes());
    }
    let mut slip = made.slip.clone();
    if let Some(path) = printer.logo.as_deref().filter(|path| !path.is_empty()) {
        slip.blocks.insert(0, Block::Logo(logo::read(path)?));
    }
    // A copy is no sale: the drawer stays shut.
    Ok(escpos(&slip, &printer.printing(made.cash && !made.copy)))
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};
    use std::io::Read as _;
    use std::net::TcpListener;

    use super::SlipPrinted;
    use crate::receipts::preview::SlipPreview;
    use crate::testing::Shop;

    fn sold(shop: &Shop) -> Order {
        let mug = shop.product("MUG", 17_500_000);
        let line = json!({ "product": mug.row.id, "quantity_milli": 2_000, "discount_minor": 50 });
        let sale = json!({
            "channel": "counter", "method": "cash", "tendered_minor": 5_000, "lines": [line]
        });
        shop.write("orders.sell", sale)
    }

    fn print(shop: &Shop, order: &Order, printer: Value) -> SlipPrinted {
        let input = json!({ "order": order.head.id, "printer": printer });
        shop.call("receipts.print", input)
    }

    #[test]
    fn a_receipt_says_what_was_sold_how_it_was_paid_and_the_tax() {
        let shop = Shop::open();
        let text = json!({ "expected_version": 1, "receipt_text": "Thank you", "tax_number": "7" });
        shop.write::<BookInfo>("book.amend", text);
        let order = sold(&shop);
        let input = json!({ "order": order.head.id, "language": "de" });
        let preview: SlipPreview = shop.call("receipts.preview", input);
        for part in [
            "Beleg A-000001",
            "2 x 17,50 -0,50",
            "SUMME GBP",
            "34,50",
            "Bar",
            "50,00",
            "Rückgeld",
            "15,50",
            "5,75",
            "Thank you",
            "Steuernr. 7",
        ] {
            assert!(preview.text.contains(part), "{part} in\n{}", preview.text);
        }
        assert!(!preview.copy);
    }

    #[test]
    fn the_first_print_is_the_original_and_the_next_a_copy() {
        let shop = Shop::open();
        let order = sold(&shop);
        let folder = shop.path("");
        let file = json!({ "kind": "file", "address": folder, "drawer": true });
        let first = print(&shop, &order, file.clone());
        assert!(!first.copy);
        let bytes = std::fs::read(first.path.unwrap()).unwrap();
        assert!(
            bytes.windows(3).any(|part| part == [0x1b, b'p', 0]),
            "the drawer opens"
        );
        let second = print(&shop, &order, json!({ "kind": "text", "address": folder }));
        assert!(second.copy);
        let path = second.path.unwrap();
        assert!(path.ends_with("A-000001.txt"), "{path}");
        assert!(
            std::fs::read_to_string(path)
                .unwrap()
                .contains("*** COPY ***")
        );
    }

    #[test]
    fn a_printer_on_the_network_gets_the_bytes_and_one_that_is_off_is_said() {
        let shop = Shop::open();
        let order = sold(&shop);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let heard = std::thread::spawn(move || {
            let mut bytes = Vec::new();
            listener
                .accept()
                .unwrap()
                .0
                .read_to_end(&mut bytes)
                .unwrap();
            bytes
        });
        print(
            &shop,
            &order,
            json!({ "kind": "network", "address": address }),
        );
        assert!(heard.join().unwrap().starts_with(&[0x1b, b'@']));
        let off =
            json!({ "order": order.head.id, "printer": { "kind": "network", "address": address } });
        assert_eq!(shop.refused("receipts.print", off).0, "printer_unreachable");
        let none = json!({ "order": order.head.id });
        assert_eq!(shop.refused("receipts.print", none).0, "printer_not_set");
    }

    #[test]
    fn an_x_report_is_blind_and_a_z_report_is_printed_once() {
        let shop = Shop::open();
        sold(&shop);
        let opened: TillReport = shop.write("till.open", json!({ "float_minor": 10_000 }));
        sold_again(&shop);
        let asked = json!({ "till": opened.id });
        let x: SlipPreview = shop.call("receipts.preview", asked.clone());
        assert!(
            x.text.contains("X report") && !x.text.contains("Expected"),
            "{}",
            x.text
        );
        let count = json!({ "id": opened.id, "expected_version": 1, "counts": [] });
        shop.write::<TillReport>("till.close", count);
        let z: SlipPreview = shop.call("receipts.preview", asked.clone());
        assert!(
            z.text.contains("Expected") && z.text.contains("-117.50"),
            "{}",
            z.text
        );
        let mut input = asked;
        input["printer"] = json!({ "kind": "text", "address": shop.path("") });
        let printed: Vec<bool> = (0..2)
            .map(|_| {
                shop.call::<SlipPrinted>("receipts.print", input.clone())
                    .copy
            })
            .collect();
        assert_eq!(printed, [false, true]);
    }

    fn sold_again(shop: &Shop) {
        let cup = shop.product("CUP", 17_500_000);
        let line = json!({ "product": cup.row.id, "quantity_milli": 1_000 });
        let sale = json!({ "channel": "counter", "method": "cash", "lines": [line] });
        shop.write::<Order>("orders.sell", sale);
    }

    #[test]
    fn a_credit_note_says_what_came_back_and_how_its_money_went() {
        let shop = Shop::open();
        let order = sold(&shop);
        let cup = shop.product("CUP", 4_000_000);
        let swap = json!({ "back": [{ "line": 1, "restocked_milli": 1_000 }], "counter": true,
            "lines": [{ "product": cup.row.id, "quantity_milli": 1_000 }], "handed_over": true,
            "method": "cash" });
        let swapped: Order = shop.write("orders.swap", shop.change(&order, swap));
        let back = &swapped.returns[0];
        let slip = json!({ "order": order.head.id, "credit": back.received });
        let preview: SlipPreview = shop.call("receipts.preview", slip.clone());
        for part in [
            "Credit note CN-A-000001",
            "For receipt A-000001",
            "-17.25",
            "Taken for it",
            "4.00",
            "-13.25",
            "Cash, given back",
        ] {
            assert!(preview.text.contains(part), "{part} in {}", preview.text);
        }
        let path = shop.path("credit.txt");
        let mut print = slip;
        print["printer"] = json!({ "kind": "text", "address": path });
        let copies = [false, true].map(|_| {
            let printed: SlipPrinted = shop.call("receipts.print", print.clone());
            printed.copy
        });
        assert_eq!(copies, [false, true]);
    }
}

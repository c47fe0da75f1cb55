//! `documents.send_labels`: labels to the label printer of this installation, or to one that is
//! named: commands (ZPL) over the network or to a device file.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::export_labels::commands;
use super::labels::LabelsInput;
use crate::App;
use crate::error::AppError;
use crate::raw;
use crate::request::{Part, With};

/// How a label printer is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LabelPrinterKind {
    /// On the network, `host` or `host:port`.
    Network,
    /// At a device file, such as `/dev/usb/lp0` or `\\\\.\\COM3`.
    Device,
}

/// The label printer of this installation, kept as `label_printer`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LabelPrinter {
    /// How it is reached.
    pub kind: LabelPrinterKind,
    /// Where it is: a host or a device file.
    pub address: String,
}

/// Where labels are sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct LabelPrinterAsked {
    /// The printer; that of this installation when absent.
    pub printer: Option<LabelPrinter>,
}

impl Part for LabelPrinterAsked {
    const KEYS: &'static [&'static str] = &["printer"];
}

/// Labels that were sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct LabelsSent {
    /// How many.
    pub labels: i64,
    /// Where the printer is.
    pub printer: String,
}

/// What it takes.
pub type Input = With<LabelPrinterAsked, LabelsInput>;
/// What it gives.
pub type Output = LabelsSent;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let printer = match input.part.printer {
        Some(printer) => printer,
        None => kept(app)?,
    };
    let bytes = commands(app, &input.body)?.into_bytes();
    let sent = match printer.kind {
        LabelPrinterKind::Network => raw::over_network(&printer.address, &bytes),
        LabelPrinterKind::Device => raw::to_device(&printer.address, &bytes),
    };
    sent.map_err(|error| AppError::unavailable("printer_unreachable").with(error))?;
    Ok(LabelsSent {
        labels: input.body.items.iter().map(|item| item.count).sum(),
        printer: printer.address,
    })
}

fn kept(app: &App) -> Result<LabelPrinter, AppError> {
    let kept = app.settings().kept();
    let printer = kept.get("label_printer").cloned();
    let printer = printer.and_then(|value| serde_json::from_value(value).ok());
    printer.ok_or_else(|| AppError::unavailable("printer_not_set"))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use std::io::Read as _;
    use std::net::TcpListener;

    use super::LabelsSent;
    use crate::testing::Shop;

    fn asked(shop: &Shop, printer: Value) -> Value {
        let mug = shop.product("MUG", 12_500_000);
        json!({
            "sheet": "single_57x32", "fields": ["title", "code"], "printer": printer,
            "items": [{ "product": mug.row.id, "count": 7 }]
        })
    }

    #[test]
    fn a_label_printer_on_the_network_gets_its_commands_and_one_that_is_off_is_said() {
        let shop = Shop::open();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let heard = std::thread::spawn(move || {
            let mut said = String::new();
            let (mut stream, _) = listener.accept().unwrap();
            stream.read_to_string(&mut said).unwrap();
            said
        });
        let input = asked(&shop, json!({ "kind": "network", "address": address }));
        let sent: LabelsSent = shop.call("documents.send_labels", input.clone());
        assert_eq!((sent.labels, sent.printer), (7, address));
        let said = heard.join().unwrap();
        assert!(said.starts_with("^XA") && said.contains("^PQ7"), "{said}");
        let off = shop.refused("documents.send_labels", input);
        assert_eq!(off.0, "printer_unreachable");
    }

    #[test]
    fn a_label_printer_at_a_device_file_gets_its_commands_and_without_one_it_is_said() {
        let shop = Shop::open();
        let device = shop.path("lp0");
        std::fs::write(&device, "").unwrap();
        let input = asked(&shop, json!({ "kind": "device", "address": device }));
        let _: LabelsSent = shop.call("documents.send_labels", input.clone());
        assert!(std::fs::read_to_string(device).unwrap().contains("^PQ7"));
        let mut unset = input;
        unset["printer"] = Value::Null;
        assert_eq!(
            shop.refused("documents.send_labels", unset).0,
            "printer_not_set"
        );
    }
}

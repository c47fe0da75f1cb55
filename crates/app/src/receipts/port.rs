//! Where a slip goes: a printer on the network or at a device file, or a file.
use std::path::{Path, PathBuf};

use receipts::{CodePage, Printing};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::App;
use crate::error::AppError;
use crate::raw;
use crate::settings::replace;

/// What kind of place a slip goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PrinterKind {
    /// A printer on the network, `host` or `host:port`.
    Network,
    /// A device file, such as `/dev/usb/lp0` or `\\.\COM3`.
    Device,
    /// A file of the printer's bytes, or a folder for one file a slip.
    File,
    /// A file of plain text, or a folder for one file a slip.
    Text,
}

/// The code page that is tried first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PrinterPage {
    /// United States and the commonest of Western Europe.
    Pc437,
    /// Western Europe with the euro sign.
    Pc858,
    /// Central Europe.
    Pc852,
    /// Cyrillic.
    Pc866,
    /// Western Europe as Windows has it.
    Wpc1252,
}

/// The receipt printer of this installation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Printer {
    /// What kind of place it is.
    #[ts(optional = false)]
    pub kind: PrinterKind,
    /// Where it is: a host, a device file, a file or a folder.
    #[ts(optional = false)]
    pub address: String,
    /// Columns of the paper: 32 on 58 mm, 42 or 48 on 80 mm; 42 when absent.
    pub columns: Option<u8>,
    /// The code page that is tried first; `pc858` when absent.
    pub code_page: Option<PrinterPage>,
    /// Cut the paper at the end; true when absent.
    pub cut: Option<bool>,
    /// A drawer hangs on it and opens when cash changes hands.
    pub drawer: Option<bool>,
    /// A PNG file for the top of receipts.
    pub logo: Option<String>,
}

impl Printer {
    /// The printer of this installation.
    pub(super) fn kept(app: &App) -> Result<Self, AppError> {
        let kept = app.settings().kept();
        let printer = kept.get("printer").cloned();
        let printer = printer.and_then(|value| serde_json::from_value(value).ok());
        printer.ok_or_else(|| AppError::unavailable("printer_not_set"))
    }

    /// Columns of its paper.
    pub(super) fn columns(&self) -> usize {
        usize::from(self.columns.unwrap_or(42))
    }

    /// How it prints; with the drawer when cash changed hands.
    pub(super) fn printing(&self, cash: bool) -> Printing {
        Printing {
            columns: self.columns(),
            page: match self.code_page {
                Some(PrinterPage::Pc437) => CodePage::Pc437,
                None | Some(PrinterPage::Pc858) => CodePage::Pc858,
                Some(PrinterPage::Pc852) => CodePage::Pc852,
                Some(PrinterPage::Pc866) => CodePage::Pc866,
                Some(PrinterPage::Wpc1252) => CodePage::Wpc1252,
            },
            cut: self.cut.unwrap_or(true),
            drawer: cash && self.drawer.unwrap_or(false),
        }
    }

    /// Sends bytes; answers with the file that was written, if one was.
    pub(super) fn send(&self, name: &str, bytes: &[u8]) -> Result<Option<String>, AppError> {
        let sent = match self.kind {
            PrinterKind::Network => raw::over_network(&self.address, bytes).map(|()| None),
            PrinterKind::Device => raw::to_device(&self.address, bytes).map(|()| None),
            PrinterKind::File => self.write_file(&format!("{name}.escpos"), bytes).map(Some),
            PrinterKind::Text => self.write_file(&format!("{name}.txt"), bytes).map(Some),
        };
        sent.map_err(|error| AppError::unavailable("printer_unreachable").with(error))
    }

    fn write_file(&self, name: &str, bytes: &[u8]) -> std::io::Result<String> {
        let mut path = PathBuf::from(&self.address);
        if path.is_dir() {
            path.push(safe(name));
        }
        replace(Path::new(&path), bytes)?;
        Ok(path.display().to_string())
    }
}

/// A number as the name of a file.
fn safe(name: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_');
    name.chars()
        .map(|c| if kept(c) { c } else { '_' })
        .collect()
}

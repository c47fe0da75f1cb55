//! Labels of products: sheets of many, or one a page.

use crate::codes::Modules;
use crate::error::TypesetError;
use crate::typeset::{sheet_pages, sheet_pdf};
use serde::Serialize;

const TEMPLATE: &str = include_str!("../templates/labels.typ");
/// Bars are no wider than this, and no narrower than printers and scanners can tell apart.
const WIDEST_UM: usize = 330;
const NARROWEST_UM: usize = 150;
/// The size of a matrix's module on a label.
const MATRIX_UM: usize = 500;
/// What a label keeps free at its edges.
const INSET_UM: usize = 1_800;

/// How labels lie on the paper. Lengths are thousandths of a millimetre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// The paper.
    pub page_um: [usize; 2],
    /// One label.
    pub label_um: [usize; 2],
    /// Where the first label begins, from the left and from the top.
    pub margin_um: [usize; 2],
    /// Labels in a row.
    pub columns: usize,
    /// Rows of a page.
    pub rows: usize,
}

impl Sheet {
    /// A4 with 24 labels of 70 x 37 mm.
    pub const A4_3X8: Self = Self {
        page_um: [210_000, 297_000],
        label_um: [70_000, 37_000],
        margin_um: [0, 500],
        columns: 3,
        rows: 8,
    };
    /// A4 with 40 labels of 48.5 x 25.4 mm.
    pub const A4_4X10: Self = Self {
        page_um: [210_000, 297_000],
        label_um: [48_500, 25_400],
        margin_um: [8_000, 21_500],
        columns: 4,
        rows: 10,
    };
    /// Single labels of 57 x 32 mm.
    pub const SINGLE_57X32: Self = Self {
        page_um: [57_000, 32_000],
        label_um: [57_000, 32_000],
        margin_um: [0, 0],
        columns: 1,
        rows: 1,
    };

    /// Labels of a page.
    pub const fn places(&self) -> usize {
        self.columns * self.rows
    }

    /// How wide a module of a code is on a label; `None` when the code does not fit.
    pub fn module_um(&self, code: &Modules) -> Option<usize> {
        let [width, height] = self.label_um;
        let across = code.width() + 2 * code.quiet;
        if code.is_matrix() {
            let room = (height - INSET_UM).min(width / 2);
            let module = (room / across).min(MATRIX_UM);
            return (module >= 2 * NARROWEST_UM).then_some(module);
        }
        let module = (width / across).min(WIDEST_UM);
        (module >= NARROWEST_UM).then_some(module)
    }
}

/// What stands on a label.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Label {
    /// What it is.
    pub title: Option<String>,
    /// Its number.
    pub sku: Option<String>,
    /// What it costs.
    pub price: Option<String>,
    /// What that buys: a piece, a kilogram.
    pub unit: Option<String>,
    /// The code, drawn.
    pub code: Option<Drawn>,
}

/// A code as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Drawn {
    /// Dark runs: column, row and length in modules.
    pub runs: Vec<[usize; 3]>,
    /// Modules across, without the quiet zones.
    pub across: usize,
    /// Modules that stay light beside it.
    pub quiet: usize,
    /// The size of a module.
    pub module_um: usize,
    /// Whether it is a matrix.
    pub matrix: bool,
    /// What it says, for people.
    pub text: String,
}

impl Drawn {
    /// A code on the labels of a sheet; `None` when it does not fit on one.
    pub fn on(sheet: &Sheet, code: &Modules, text: &str) -> Option<Self> {
        Some(Self {
            runs: code.runs(),
            across: code.width(),
            quiet: code.quiet,
            module_um: sheet.module_um(code)?,
            matrix: code.is_matrix(),
            text: text.to_owned(),
        })
    }
}

/// What the template reads.
#[derive(Serialize)]
struct Said<'a> {
    title: &'a str,
    language: &'a str,
    inset_um: usize,
    #[serde(flatten)]
    sheet: &'a Sheet,
    /// Places of the first page that are used up already.
    skip: usize,
    labels: &'a [Label],
}

/// A run of labels to be laid on sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    /// How they lie.
    pub sheet: Sheet,
    /// Places of the first page to leave free.
    pub skip: usize,
    /// What the file is called.
    pub title: String,
    /// The day of the file, `YYYY-MM-DD`.
    pub date: String,
    /// IETF tag of their language.
    pub language: String,
    /// The labels, in the order in which they lie.
    pub labels: Vec<Label>,
}

impl Labels {
    /// The sheets as PDF/A-3b; the same labels give the same bytes.
    ///
    /// # Errors
    ///
    /// None that labels of [`Drawn`] codes are known to cause.
    pub fn pdf(&self) -> Result<Vec<u8>, TypesetError> {
        sheet_pdf(TEMPLATE, &self.said(), (&self.title, &self.date))
    }

    /// The sheets as SVG, for the screen.
    ///
    /// # Errors
    ///
    /// As [`Labels::pdf`].
    pub fn pages(&self) -> Result<Vec<String>, TypesetError> {
        sheet_pages(TEMPLATE, &self.said())
    }

    fn said(&self) -> Vec<u8> {
        let said = Said {
            title: &self.title,
            language: &self.language,
            inset_um: INSET_UM,
            sheet: &self.sheet,
            skip: self.skip % self.sheet.places(),
            labels: &self.labels,
        };
        serde_json::to_vec(&said).unwrap_or_default()
    }
}

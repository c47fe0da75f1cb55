//! The sums of the day, kept by the story itself and by nothing of the product.

use std::collections::BTreeMap;

/// What was taken and given back.
#[derive(Default)]
pub struct Sums {
    pub drawer_minor: i64,
    pub methods: BTreeMap<&'static str, (i64, i64)>,
    numbers: u32,
    sales: i64,
    sales_minor: i64,
    returns: i64,
    returned_minor: i64,
    tax_minor: i64,
}

impl Sums {
    pub fn with_float(float_minor: i64) -> Self {
        Self {
            drawer_minor: float_minor,
            ..Self::default()
        }
    }

    /// A sale of the next number.
    pub fn sold(&mut self, total_minor: i64, parts: &[(&'static str, i64)]) {
        self.numbers += 1;
        self.taken(total_minor, parts);
    }

    /// Goods that were taken for money, or for others that came back.
    pub fn taken(&mut self, total_minor: i64, parts: &[(&'static str, i64)]) {
        self.sales += 1;
        self.sales_minor += total_minor;
        self.tax_minor += tax_in(total_minor);
        for (method, minor) in parts {
            self.methods.entry(method).or_default().0 += minor;
            self.move_cash(method, *minor);
        }
    }

    /// Goods that came back, and the money that went out for them.
    pub fn came_back(&mut self, total_minor: i64, out: &[(&'static str, i64)]) {
        self.came_back_with(total_minor, tax_in(total_minor), out);
    }

    /// The same for a part of a line, with the tax of its units.
    pub fn came_back_with(
        &mut self,
        total_minor: i64,
        tax_minor: i64,
        out: &[(&'static str, i64)],
    ) {
        self.returns += 1;
        self.returned_minor += total_minor;
        self.tax_minor -= tax_minor;
        for (method, minor) in out {
            self.methods.entry(method).or_default().1 += minor;
            self.move_cash(method, -minor);
        }
    }

    fn move_cash(&mut self, method: &str, minor: i64) {
        if method == "cash" {
            self.drawer_minor += minor;
        }
    }

    /// The number of the last sale.
    pub fn number(&self) -> String {
        format!("A-{:06}", self.numbers)
    }

    /// What the Z report must say, by its fields.
    pub fn figures(&self) -> [(&'static str, i64); 6] {
        [
            ("sales", self.sales),
            ("sales_minor", self.sales_minor),
            ("returns", self.returns),
            ("returned_minor", self.returned_minor),
            ("expected_minor", self.drawer_minor),
            ("difference_minor", 0),
        ]
    }

    /// The tax in all of it.
    pub fn tax_minor(&self) -> i64 {
        self.tax_minor
    }
}

/// A sixth of it, rounded half up: 20 % are in the price.
fn tax_in(total_minor: i64) -> i64 {
    (2 * total_minor + 6) / 12
}

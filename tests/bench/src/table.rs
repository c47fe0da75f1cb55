//! The figures of a run beside their targets, as a table and as JSON.

use serde::Serialize;

/// One figure.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    /// Workload, for example `W1`.
    pub workload: &'static str,
    /// What was measured.
    pub what: String,
    /// The figure.
    pub figure: f64,
    /// Its unit.
    pub unit: &'static str,
    /// The floor of the same run, in the same unit.
    pub floor: Option<f64>,
    /// The target in words.
    pub target: String,
    /// Whether it is met; `None` where nothing is asked.
    pub met: Option<bool>,
}

/// The figures of a run.
#[derive(Default, Serialize)]
pub struct Figures(Vec<Figure>);

impl Figures {
    /// Adds a figure and prints its line.
    pub fn add(&mut self, figure: Figure) {
        println!("{}", line(&figure));
        self.0.push(figure);
    }

    /// Adds a figure that must not be above a limit.
    pub fn at_most(&mut self, workload: &'static str, what: &str, figure: f64, limit: Limit) {
        let Limit { unit, limit } = limit;
        self.add(Figure {
            workload,
            what: what.to_owned(),
            figure,
            unit,
            floor: None,
            target: format!("<= {limit} {unit}"),
            met: Some(figure <= limit),
        });
    }

    /// How many targets were missed.
    pub fn missed(&self) -> usize {
        self.0
            .iter()
            .filter(|figure| figure.met == Some(false))
            .count()
    }
}

/// An upper limit with its unit.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// The unit of figure and limit.
    pub unit: &'static str,
    /// The limit.
    pub limit: f64,
}

/// A limit in milliseconds.
pub const fn ms(limit: f64) -> Limit {
    Limit { unit: "ms", limit }
}

/// The head of the table.
pub fn head() -> String {
    format!(
        "{:<4} {:<52} {:>12} {:<8} {:>10}  target",
        "", "what", "figure", "unit", "floor"
    )
}

fn line(figure: &Figure) -> String {
    let floor = figure
        .floor
        .map_or(String::new(), |floor| format!("{floor:.3}"));
    let met = match figure.met {
        Some(true) => "met",
        Some(false) => "MISSED",
        None => "",
    };
    format!(
        "{:<4} {:<52} {:>12.3} {:<8} {floor:>10}  {} {met}",
        figure.workload, figure.what, figure.figure, figure.unit, figure.target
    )
}

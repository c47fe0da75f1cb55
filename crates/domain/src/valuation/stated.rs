//! What a product was said to cost, and when.

/// The costs stated for a product: from when on, UTC milliseconds, and how much, millionths of the
/// major unit; `None` where the cost was taken back. In the order of time.
#[derive(Clone, Copy, Debug, Default)]
pub struct StatedCosts<'a>(pub &'a [(i64, Option<i64>)]);

impl StatedCosts<'_> {
    /// The cost at a moment. Before anybody stated one the first statement counts: goods that were
    /// there when a book was begun are worth what they were then said to be.
    pub fn at(&self, at_ms: i64) -> Option<i64> {
        let said = self.0.partition_point(|(from_ms, _)| *from_ms <= at_ms);
        self.0
            .get(said.saturating_sub(1))
            .and_then(|(_, cost)| *cost)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cost_of_a_moment_is_the_last_one_stated_or_else_the_first() {
        let said = [(10, Some(5)), (20, None), (30, Some(7))];
        let stated = StatedCosts(&said);
        let found = [0, 10, 19, 20, 35].map(|at_ms| stated.at(at_ms));
        assert_eq!(found, [Some(5), Some(5), Some(5), None, Some(7)]);
        assert_eq!(StatedCosts(&[]).at(1), None);
    }
}

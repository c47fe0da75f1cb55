//! What is kept back of a product: at each place so much as that place says, or as the product says
//! where no place says its own. What places say adds up; over all of them as much is kept back as
//! the product says, at least.

use super::state::Product;

impl Product {
    /// What is kept back over all places, thousandths; none where nothing is said.
    pub fn kept_back_milli(&self) -> Option<i64> {
        let said = self.terms.safety_at.values();
        let places = said.fold(0_i64, |sum, milli| sum.saturating_add(*milli));
        let own = self.terms.safety_milli;
        match self.terms.safety_at.is_empty() {
            true => own,
            false => Some(own.unwrap_or(0).max(places)),
        }
    }
}

//! How old a debt is: what is owed, by how many days ago it was to be paid.

/// What is owed by its age, minor units. The parts sum to all that is owed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ageing {
    /// Not yet to be paid; what the shop owes is taken off here, for it may be set off any day.
    pub current_minor: i64,
    /// Late by at most 30 days.
    pub days_30_minor: i64,
    /// Late by 31 to 60 days.
    pub days_60_minor: i64,
    /// Late by 61 to 90 days.
    pub days_90_minor: i64,
    /// Late by more.
    pub older_minor: i64,
}

impl Ageing {
    /// Adds what was to be paid so many days ago; below zero, in so many days.
    pub fn add(&mut self, late_days: i32, due_minor: i64) {
        let part = match late_days {
            _ if due_minor < 0 => &mut self.current_minor,
            ..=0 => &mut self.current_minor,
            1..=30 => &mut self.days_30_minor,
            31..=60 => &mut self.days_60_minor,
            61..=90 => &mut self.days_90_minor,
            _ => &mut self.older_minor,
        };
        *part = part.saturating_add(due_minor);
    }
}

#[cfg(test)]
mod tests {
    use super::Ageing;
    use proptest::prelude::*;

    #[test]
    fn a_debt_ages_on_the_day_after_it_was_to_be_paid() {
        let mut ageing = Ageing::default();
        let days = [-5, 0, 1, 30, 31, 60, 61, 90, 91, 4_000];
        for (late_days, due_minor) in days
            .into_iter()
            .zip([1, 2, 4, 8, 16, 32, 64, 128, 256, 512])
        {
            ageing.add(late_days, due_minor);
        }
        ageing.add(45, -1_000);
        let expected = Ageing {
            current_minor: 3 - 1_000,
            days_30_minor: 12,
            days_60_minor: 48,
            days_90_minor: 192,
            older_minor: 768,
        };
        assert_eq!(ageing, expected);
    }

    proptest! {
        #[test]
        fn the_ages_sum_to_what_is_owed(
            debts in prop::collection::vec((-200..400_i32, -1_000_000..1_000_000_i64), 0..40)
        ) {
            let mut ageing = Ageing::default();
            for (late_days, due_minor) in &debts {
                ageing.add(*late_days, *due_minor);
            }
            let parts = [ageing.current_minor, ageing.days_30_minor, ageing.days_60_minor,
                ageing.days_90_minor, ageing.older_minor];
            let owed: i64 = debts.iter().map(|(_, due_minor)| due_minor).sum();
            prop_assert_eq!(parts.iter().sum::<i64>(), owed);
        }
    }
}

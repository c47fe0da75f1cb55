//! What verbs need, whatever they are called with. What depends on the content (a price, a
//! discount, money that goes back with an exchange) is asked for in the verb.
use domain::person::{Permission, RoleTerms};

use Permission::{
    AdjustPoints, AdjustStock, Cancel, CashInOut, ChangeCatalogue, ChangeSettings, CloseTill,
    ManagePeople, OpenDrawer, Refund, RefundWithoutReceipt, Reports, Train, VoidLine,
};

/// The verbs and what they need.
const NEEDS: &[(&str, Permission)] = &[
    ("book.amend", ChangeSettings),
    ("book.rebuild", ChangeSettings),
    ("counts.discard", AdjustStock),
    ("counts.finish", AdjustStock),
    ("customers.adjust_points", AdjustPoints),
    ("customers.credit", Refund),
    ("customers.erase", ChangeSettings),
    ("customers.pay_out", Refund),
    ("customers.repair_countries", ChangeSettings),
    ("gift_cards.adjust", Refund),
    ("gift_cards.create", Refund),
    ("imports.run", ChangeCatalogue),
    ("imports.undo", ChangeCatalogue),
    ("locations.amend", ChangeSettings),
    ("locations.archive", ChangeSettings),
    ("locations.create", ChangeSettings),
    ("lots.date", ChangeCatalogue),
    ("lots.label", AdjustStock),
    ("orders.cancel", Cancel),
    ("orders.costs", Reports),
    ("orders.discard", Cancel),
    ("orders.refund", Refund),
    ("orders.take_in", RefundWithoutReceipt),
    ("orders.void", Cancel),
    ("orders.void_line", VoidLine),
    ("people.amend", ManagePeople),
    ("people.amend_roles", ManagePeople),
    ("people.audit", ManagePeople),
    ("people.create", ManagePeople),
    ("people.set_pin", ManagePeople),
    ("price_lists.amend", ChangeCatalogue),
    ("price_lists.create", ChangeCatalogue),
    ("price_lists.price", ChangeCatalogue),
    ("products.add_image", ChangeCatalogue),
    ("products.amend", ChangeCatalogue),
    ("products.arrange_images", ChangeCatalogue),
    ("products.batch", ChangeCatalogue),
    ("products.bundle", ChangeCatalogue),
    ("products.create", ChangeCatalogue),
    ("products.supply", ChangeCatalogue),
    ("products.unsupply", ChangeCatalogue),
    ("products.vary", ChangeCatalogue),
    ("products.worth", Reports),
    ("promotions.amend", ChangeCatalogue),
    ("promotions.create", ChangeCatalogue),
    ("purchases.return_goods", AdjustStock),
    ("purchases.send_back", AdjustStock),
    ("receipts.drawer", OpenDrawer),
    ("reports.chart", Reports),
    ("reports.export", Reports),
    ("reports.run", Reports),
    ("shares.close", ChangeSettings),
    ("shares.give", AdjustStock),
    ("shares.lose", ChangeSettings),
    ("shares.open", ChangeSettings),
    ("stock.adjust", AdjustStock),
    ("stock.assemble", AdjustStock),
    ("stock.take_apart", AdjustStock),
    ("suppliers.amend", ChangeCatalogue),
    ("suppliers.create", ChangeCatalogue),
    ("sync.connect", ChangeSettings),
    ("sync.disconnect", ChangeSettings),
    ("sync.invite", ChangeSettings),
    ("sync.rename", ChangeSettings),
    ("sync.revoke", ChangeSettings),
    ("sync.settle", ChangeSettings),
    ("sync.snapshot", ChangeSettings),
    ("till.cash", CashInOut),
    ("till.close", CloseTill),
    ("training.start", Train),
    ("transfers.write_off", AdjustStock),
];

/// Verbs that leave no entry of their own: that they were carried out is written down here.
const UNSEEN: &[&str] = &["orders.void", "orders.void_line", "receipts.drawer"];

/// What a verb needs.
pub(super) fn needed(verb: &str) -> Option<Permission> {
    let found = NEEDS.iter().find(|(name, _)| *name == verb);
    found.map(|(_, permission)| *permission)
}

/// Whether it is written down that a verb was carried out: it leaves no entry of its own, and some
/// role may not do it.
pub(super) fn is_noted(verb: &str, roles: &[RoleTerms]) -> bool {
    let asked = needed(verb).is_none_or(|permission| {
        !permission.is_usual() || roles.iter().any(|role| !role.may(permission))
    });
    UNSEEN.contains(&verb) && asked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_something_is_a_verb_and_stands_once() {
        assert!(NEEDS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for name in NEEDS.iter().map(|(name, _)| name).chain(UNSEEN) {
            assert!(crate::verb(name).is_some(), "{name}");
        }
    }

    #[test]
    fn every_permission_is_asked_for_by_a_verb_or_in_one() {
        let inside = [
            Permission::PriceOverride,
            Permission::DiscountOverLimit,
            Permission::SellExpired,
        ];
        for permission in Permission::ALL {
            let named = NEEDS.iter().any(|(_, need)| *need == permission);
            assert!(named != inside.contains(&permission), "{permission:?}");
        }
    }
}

//! The single things that a role may do or not.

/// Something that not everybody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// Sell at a price that was typed.
    PriceOverride,
    /// Take off more than the role's limit.
    DiscountOverLimit,
    /// Give money back.
    Refund,
    /// Take goods back that nothing shows to be bought here.
    RefundWithoutReceipt,
    /// Open the drawer without a sale.
    OpenDrawer,
    /// Call orders off and throw drafts and parked carts away.
    Cancel,
    /// Take a single line out of a cart, or lower its quantity.
    VoidLine,
    /// Put money into the drawer or take it out.
    CashInOut,
    /// Count the drawer and close the till.
    CloseTill,
    /// Correct what is in stock.
    AdjustStock,
    /// Sell goods whose last day is over.
    SellExpired,
    /// Give points to customers by hand, or take them.
    AdjustPoints,
    /// Change products, prices and promotions, and bring in files.
    ChangeCatalogue,
    /// Change the settings of the book and erase customers.
    ChangeSettings,
    /// Add people and change what they may do.
    ManagePeople,
    /// Look at reports.
    Reports,
    /// Practise on a copy of the book.
    Train,
}

impl Permission {
    /// Every permission, in the order in which screens show them.
    pub const ALL: [Self; 17] = [
        Self::PriceOverride,
        Self::DiscountOverLimit,
        Self::Refund,
        Self::RefundWithoutReceipt,
        Self::OpenDrawer,
        Self::Cancel,
        Self::VoidLine,
        Self::CashInOut,
        Self::CloseTill,
        Self::AdjustStock,
        Self::SellExpired,
        Self::AdjustPoints,
        Self::ChangeCatalogue,
        Self::ChangeSettings,
        Self::ManagePeople,
        Self::Reports,
        Self::Train,
    ];

    /// The word that entries and the wire use.
    pub const fn word(self) -> &'static str {
        match self {
            Self::PriceOverride => "price_override",
            Self::DiscountOverLimit => "discount_over_limit",
            Self::Refund => "refund",
            Self::RefundWithoutReceipt => "refund_without_receipt",
            Self::OpenDrawer => "open_drawer",
            Self::Cancel => "cancel",
            Self::VoidLine => "void_line",
            Self::CashInOut => "cash_in_out",
            Self::CloseTill => "close_till",
            Self::AdjustStock => "adjust_stock",
            Self::SellExpired => "sell_expired",
            Self::AdjustPoints => "adjust_points",
            Self::ChangeCatalogue => "change_catalogue",
            Self::ChangeSettings => "change_settings",
            Self::ManagePeople => "manage_people",
            Self::Reports => "reports",
            Self::Train => "train",
        }
    }

    /// What everybody may do until a role goes without it: a shop that does not care is not asked.
    pub const fn is_usual(self) -> bool {
        matches!(self, Self::VoidLine)
    }

    /// The permission of a word; a word of a later version is none that is known here.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_means_its_own_permission() {
        for one in Permission::ALL {
            assert_eq!(Permission::of_word(one.word()), Some(one));
        }
        assert_eq!(Permission::of_word("fly"), None);
    }
}

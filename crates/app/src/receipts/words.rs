//! The words of receipts and till reports, in English and German.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The language of a slip.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SlipLanguage {
    /// English.
    #[default]
    En,
    /// German.
    De,
}

/// The words: what for, in English, in German.
const WORDS: &[(&str, &str, &str)] = &[
    ("copy", "*** COPY ***", "*** KOPIE ***"),
    (
        "training",
        "*** TRAINING: NOT A RECEIPT ***",
        "*** TRAINING: KEIN BELEG ***",
    ),
    ("receipt", "Receipt", "Beleg"),
    ("credit", "Credit note", "Gutschrift"),
    ("for_sale", "For receipt", "Zu Beleg"),
    ("tax_in_it", "Tax in it", "Steuer darin"),
    ("taken", "Taken for it", "Dafür mitgenommen"),
    (
        "draft",
        "Not a receipt: nothing was sold",
        "Kein Beleg: nichts verkauft",
    ),
    ("tax_number", "Tax no.", "Steuernr."),
    ("discounts", "Discounts included", "Rabatte enthalten"),
    ("total", "TOTAL", "SUMME"),
    ("rounding", "Rounding to coins", "Münzrundung"),
    ("change", "Change", "Rückgeld"),
    ("notes_worth", "taken for", "genommen für"),
    ("worth", "worth", "Gegenwert"),
    ("due", "Still due", "Noch offen"),
    ("points_redeemed", "points redeemed", "Punkte eingelöst"),
    ("points_earned", "Points earned", "Punkte gesammelt"),
    ("points_balance", "Points now", "Punktestand"),
    ("tax_on", "on", "auf"),
    ("cash", "Cash", "Bar"),
    ("card", "Card", "Karte"),
    ("bank", "Bank transfer", "Überweisung"),
    ("other", "Other", "Andere"),
    ("store_credit", "Store credit", "Guthaben"),
    ("gift_card", "Gift card", "Gutschein"),
    ("gift_cards", "Gift cards sold", "Gutscheine verkauft"),
    ("left", "left", "Rest"),
    ("expires", "Valid until", "Gültig bis"),
    ("refund", "given back", "zurück"),
    ("x", "X report", "X-Bericht"),
    ("z", "Z report", "Z-Bericht"),
    ("till", "Till", "Kasse"),
    ("opened", "Opened", "Geöffnet"),
    ("closed", "Counted", "Gezählt"),
    ("sales", "Sales", "Verkäufe"),
    ("returns", "Returns", "Rückgaben"),
    ("discount", "Discounts", "Rabatte"),
    ("voids", "Voids", "Stornos"),
    ("receipts", "Receipts", "Belege"),
    ("float", "Float", "Wechselgeld"),
    ("cash_received", "Cash, less change", "Bar, ohne Rückgeld"),
    ("cash_refunded", "Cash given back", "Bar zurückgegeben"),
    ("in", "Cash in", "Einlagen"),
    ("out", "Cash out", "Entnahmen"),
    ("expected", "Expected", "Erwartet"),
    ("counted", "Counted", "Gezählt"),
    ("difference", "Difference", "Differenz"),
];

impl SlipLanguage {
    /// The word for something; a name that no table has stands for itself.
    pub(super) fn say(self, what: &str) -> &str {
        let found = WORDS.iter().find(|(key, _, _)| *key == what);
        found.map_or(what, |(_, english, german)| match self {
            Self::En => english,
            Self::De => german,
        })
    }

    /// The sign before decimals.
    pub(super) fn decimal(self) -> char {
        match self {
            Self::En => '.',
            Self::De => ',',
        }
    }

    /// A wall clock of the wire, `2026-11-24T09:30`.
    pub(super) fn moment(self, local: &str) -> String {
        let (day, time) = local.split_once('T').unwrap_or((local, ""));
        let parts: Vec<&str> = day.split('-').collect();
        match (self, parts.as_slice()) {
            (Self::De, [year, month, day]) => format!("{day}.{month}.{year} {time}"),
            _ => format!("{day} {time}"),
        }
    }
}

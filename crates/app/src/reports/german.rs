//! The German words of charts and tables.

/// Monday first.
pub(super) const WEEKDAYS: [&str; 7] = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"];

/// A customer whose personal data were erased, before the end of the id.
pub(super) const ERASED: &str = "Gelöschter Kunde ";

/// What reports show.
pub(super) const TITLES: &[(&str, &str)] = &[
    ("sales-by-day", "Umsatz je Tag"),
    ("sales-by-week", "Umsatz je Woche"),
    ("sales-by-month", "Umsatz je Monat"),
    ("sales-by-country", "Umsatz je Land"),
    ("sales-by-channel", "Umsatz je Kanal"),
    ("top-products", "Umsatz je Artikel"),
    ("top-customers", "Umsatz je Kunde"),
    ("customers-new-returning", "Neue und treue Kunden"),
    ("returns", "Rückgaben"),
    ("hour-weekday", "Umsatz nach Wochentag und Stunde"),
    ("stock-value", "Bestandswert"),
    ("stock-movements", "Bestandsbewegungen"),
];

/// What they are ranked by.
pub(super) const ORDERS: &[(&str, &str)] = &[
    ("revenue", "nach Umsatz"),
    ("units", "nach Stück"),
    ("revenue-bottom", "geringster Umsatz zuerst"),
    ("units-bottom", "wenigste Stück zuerst"),
];

/// Where orders come in.
pub(super) const CHANNELS: &[(&str, &str)] = &[
    ("counter", "Theke"),
    ("phone", "Telefon"),
    ("web", "Web"),
    ("import", "Import"),
];

/// Headings by the key of the column.
pub(super) const COLUMNS: &[(&str, &str)] = &[
    ("average_minor", "Mittel"),
    ("barcode", "Strichcode"),
    ("basis", "Bewertet zum"),
    ("before_minor", "Zeitraum davor"),
    ("channel", "Kanal"),
    ("code", "Nummer"),
    ("country", "Land"),
    ("customer", "Kunde"),
    ("customers", "Kunden"),
    ("day", "Tag"),
    ("documents", "Belege"),
    ("found_milli", "Gefunden"),
    ("hour", "Stunde"),
    ("lines", "Zeilen"),
    ("lost_milli", "Verloren"),
    ("month", "Monat"),
    ("moves", "Bewegungen"),
    ("name", "Name"),
    ("net_milli", "Änderung"),
    ("new", "Neu"),
    ("on_hand_milli", "Bestand"),
    ("orders", "Aufträge"),
    ("product", "Artikel"),
    ("rate_ppm", "Anteil am Umsatz"),
    ("received_milli", "Erhalten"),
    ("return_lines", "Zeilen zurück"),
    ("returned_milli", "Stück zurück"),
    ("returned_minor", "Zurückgegeben"),
    ("returning", "Treu"),
    ("returns", "Rückgaben"),
    ("revenue_minor", "Umsatz"),
    ("revenue_new_minor", "Umsatz der neuen"),
    ("revenue_returning_minor", "Umsatz der treuen"),
    ("share_ppm", "Anteil"),
    ("shipped_milli", "Versandt"),
    ("sku", "Artikelnummer"),
    ("sold_minor", "Verkauft"),
    ("tax_minor", "Steuer"),
    ("title", "Bezeichnung"),
    ("unit_minor", "Je Stück"),
    ("units_milli", "Stück"),
    ("value_minor", "Wert"),
    ("week", "Woche"),
    ("weekday", "Wochentag"),
];

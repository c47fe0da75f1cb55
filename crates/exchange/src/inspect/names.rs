//! The names that shops, platforms and spreadsheets give to columns, in English and German.
//! Names are compared without case, blanks and punctuation.

use crate::mapping::Field;

/// How well a name fits: the place in the list, less is better.
pub(super) type Rank = usize;

pub(super) const FIRST: &[&str] =
    &["firstname", "billingfirstname", "firstnamebilling", "vorname", "givenname"];
pub(super) const LAST: &[&str] =
    &["lastname", "billinglastname", "lastnamebilling", "nachname", "familyname", "surname"];

pub(super) const COMPANY: &[&str] = &["company", "companyname", "firma", "firmenname"];

/// How well a header fits a field, if at all.
pub(super) fn rank(field: Field, header: &str) -> Option<Rank> {
    let name = plain(header);
    known(field).iter().position(|known| *known == name)
}

/// Whether a header is one of the names of a part of a name.
pub(super) fn is_part(part: &[&str], header: &str) -> bool {
    part.contains(&plain(header).as_str())
}

/// Whether any field or part of a name is called so.
pub(super) fn is_known(header: &str) -> bool {
    let name = plain(header);
    ALL.iter().any(|(_, names)| names.contains(&name.as_str()))
        || [FIRST, LAST, COMPANY].iter().any(|part| is_part(part, header))
}

fn known(field: Field) -> &'static [&'static str] {
    ALL.iter().find(|(known, _)| *known == field).map_or(&[], |(_, names)| names)
}

fn plain(header: &str) -> String {
    header.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

const ALL: [(Field, &[&str]); 29] = [
    (
        Field::DocumentNumber,
        &[
            "documentnumber", "invoiceno", "invoicenumber", "invoice", "ordernumber", "orderno",
            "orderid", "order", "amazonorderid", "receiptnumber", "transactionid",
            "bestellnummer", "auftragsnummer", "rechnungsnummer", "belegnummer", "auftragsnr",
            "rechnungsnr", "belegnr", "bestellnr", "salesrecordnumber", "externalid", "name",
        ],
    ),
    (
        Field::PlacedAt,
        &[
            "placedat", "createdat", "orderdate", "invoicedate", "purchasedate", "saledate",
            "datecreated", "bestelldatum", "auftragsdatum", "rechnungsdatum", "belegdatum",
            "datum", "date", "paidat", "timestamp",
        ],
    ),
    (
        Field::Kind,
        &[
            "kind", "documenttype", "receipttype", "eventtype", "belegart", "dokumentart",
            "vorgangsart",
        ],
    ),
    (
        Field::Sku,
        &[
            "sku", "lineitemsku", "variantsku", "stockcode", "itemsku", "productsku",
            "articlenumber", "itemnumber", "itemcode", "productcode", "artikelnummer",
            "artikelnr", "artnr", "bestellnummerartikel", "customlabel", "reference",
        ],
    ),
    (
        Field::Title,
        &[
            "title", "lineitemname", "itemname", "itemtitle", "productname", "producttitle",
            "name", "item", "product", "description", "bezeichnung", "artikelbezeichnung",
            "artikelname", "artikel", "produkt", "produktname", "beschreibung",
        ],
    ),
    (
        Field::Quantity,
        &[
            "quantity", "lineitemquantity", "quantitypurchased", "quantityshipped", "qty",
            "itemquantity", "menge", "anzahl", "stück", "stückzahl", "units",
        ],
    ),
    (
        Field::UnitPrice,
        &[
            "unitprice", "lineitemprice", "itemprice", "itemcost", "priceeach", "price",
            "einzelpreis", "stückpreis", "preis", "epreis", "verkaufspreis",
        ],
    ),
    (
        Field::Discount,
        &[
            "discount", "lineitemdiscount", "linediscount", "discounts", "itempromotiondiscount",
            "rabatt", "rabattbetrag", "nachlass",
        ],
    ),
    (
        Field::TaxRate,
        &["taxrate", "vatrate", "taxpercent", "steuersatz", "mwstsatz", "ustsatz"],
    ),
    (
        Field::CustomerCode,
        &[
            "customercode", "customerid", "customernumber", "customerno", "buyeruserid",
            "buyerusername", "kundennummer", "kundennr", "kundenid", "debitor",
        ],
    ),
    (
        Field::CustomerName,
        &[
            "customername", "billingname", "buyername", "fullname", "customer", "recipientname",
            "shippingname", "shipname", "kundenname", "kunde", "käufer",
        ],
    ),
    (
        Field::CustomerEmail,
        &[
            "customeremail", "email", "billingemail", "buyeremail", "emailbilling",
            "emailaddress", "emailadresse", "kundenemail", "mail",
        ],
    ),
    (
        Field::Country,
        &[
            "country", "billingcountry", "shippingcountry", "countrycode", "shipcountry",
            "billcountry", "buyercountry", "countrycodebilling", "land", "länderkennzeichen",
            "staat",
        ],
    ),
    (Field::Currency, &["currency", "ordercurrency", "currencycode", "währung", "waehrung"]),
    (
        Field::Channel,
        &["channel", "saleschannel", "source", "kanal", "verkaufskanal", "vertriebskanal"],
    ),
    (
        Field::Price,
        &[
            "price", "variantprice", "regularprice", "sellingprice", "salesprice", "retailprice",
            "listprice", "unitprice", "verkaufspreis", "vkpreis", "vk", "preis", "bruttopreis",
        ],
    ),
    (
        Field::Cost,
        &[
            "cost", "costperitem", "costprice", "unitcost", "purchaseprice", "wholesaleprice",
            "einkaufspreis", "ekpreis", "ek",
        ],
    ),
    (
        Field::Barcode,
        &[
            "barcode", "variantbarcode", "ean", "ean13", "gtin", "upc", "gtinupceanorisbn",
            "strichcode",
        ],
    ),
    (
        Field::StockOnHand,
        &[
            "stockonhand", "stock", "instock", "onhand", "variantinventoryqty",
            "variantinventoryquantity", "inventorycount", "inventory", "quantity", "bestand",
            "lagerbestand", "menge",
        ],
    ),
    (Field::TaxClass, &["taxclass", "taxcategory", "steuerklasse", "steuerart"]),
    (
        Field::ReorderPoint,
        &[
            "reorderpoint", "reorderlevel", "lowstock", "lowstockamount", "minimumstock",
            "minstock", "meldebestand", "mindestbestand",
        ],
    ),
    (
        Field::Code,
        &[
            "code", "customercode", "customerid", "customernumber", "accountnumber", "id",
            "kundennummer", "kundennr", "debitor",
        ],
    ),
    (
        Field::Name,
        &["name", "fullname", "customername", "displayname", "kundenname"],
    ),
    (Field::Email, &["email", "emailaddress", "emailadresse", "mail", "customeremail"]),
    (
        Field::Phone,
        &[
            "phone", "phonenumber", "telephone", "tel", "mobile", "telefon", "telefonnummer",
            "mobil", "rufnummer",
        ],
    ),
    (
        Field::Street,
        &[
            "street", "address1", "addressline1", "address", "streetaddress", "strasse", "straße",
            "anschrift", "adresse",
        ],
    ),
    (
        Field::PostalCode,
        &["postalcode", "zip", "zipcode", "postcode", "plz", "postleitzahl"],
    ),
    (Field::City, &["city", "town", "ort", "stadt", "wohnort"]),
    (Field::Tags, &["tags", "tag", "labels", "groups", "schlagworte", "gruppen", "kundengruppe"]),
];

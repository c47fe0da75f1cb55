//! Parties and addresses in CII.

use crate::model::{Address, Identifier, Party};
use crate::xml::Xml;

/// Seller or buyer.
pub(super) fn party(party: &Party, xml: &mut Xml) {
    if let Some(Identifier { scheme, value }) = &party.identifier {
        match scheme {
            Some(scheme) => xml.text_with("ram:GlobalID", &[("schemeID", scheme)], value),
            None => xml.text("ram:ID", value),
        }
    }
    xml.text("ram:Name", &party.name);
    xml.optional("ram:Description", party.legal_notice.as_ref());
    xml.within("ram:SpecifiedLegalOrganization", |xml| {
        if let Some(Identifier { scheme, value }) = &party.legal_id {
            let scheme = scheme.as_ref().map(|scheme| ("schemeID", scheme.as_str()));
            xml.text_with("ram:ID", scheme.as_slice(), value);
        }
        xml.optional("ram:TradingBusinessName", party.trading_name.as_ref());
    });
    contact(party, xml);
    address(&party.address, xml);
    if let Some(electronic) = &party.electronic {
        xml.within("ram:URIUniversalCommunication", |xml| {
            let scheme = [("schemeID", electronic.scheme.as_str())];
            xml.text_with("ram:URIID", &scheme, &electronic.value);
        });
    }
    registration("VA", party.vat_id.as_ref(), xml);
    registration("FC", party.tax_number.as_ref(), xml);
}

fn contact(party: &Party, xml: &mut Xml) {
    let Some(contact) = &party.contact else {
        return;
    };
    xml.within("ram:DefinedTradeContact", |xml| {
        xml.optional("ram:PersonName", contact.name.as_ref());
        xml.within("ram:TelephoneUniversalCommunication", |xml| {
            xml.optional("ram:CompleteNumber", contact.phone.as_ref());
        });
        xml.within("ram:EmailURIUniversalCommunication", |xml| {
            xml.optional("ram:URIID", contact.email.as_ref());
        });
    });
}

/// A postal address.
pub(super) fn address(address: &Address, xml: &mut Xml) {
    xml.within("ram:PostalTradeAddress", |xml| {
        xml.optional("ram:PostcodeCode", address.post_code.as_ref());
        xml.optional("ram:LineOne", address.line1.as_ref());
        xml.optional("ram:LineTwo", address.line2.as_ref());
        xml.optional("ram:LineThree", address.line3.as_ref());
        xml.optional("ram:CityName", address.city.as_ref());
        xml.text("ram:CountryID", &address.country);
        xml.optional("ram:CountrySubDivisionName", address.subdivision.as_ref());
    });
}

fn registration(scheme: &str, number: Option<&String>, xml: &mut Xml) {
    xml.within("ram:SpecifiedTaxRegistration", |xml| {
        let number = number.map_or("", String::as_str);
        xml.text_with("ram:ID", &[("schemeID", scheme)], number);
    });
}

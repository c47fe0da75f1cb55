//! Parties, addresses and the delivery in UBL.

use crate::model::{Address, Delivery, Identifier, Party};
use crate::xml::Xml;

/// Seller or buyer.
pub(super) fn party(party: &Party, xml: &mut Xml) {
    xml.within("cac:Party", |xml| {
        if let Some(electronic) = &party.electronic {
            let scheme = [("schemeID", electronic.scheme.as_str())];
            xml.text_with("cbc:EndpointID", &scheme, &electronic.value);
        }
        xml.within("cac:PartyIdentification", |xml| {
            identifier("cbc:ID", party.identifier.as_ref(), xml);
        });
        xml.within("cac:PartyName", |xml| {
            xml.optional("cbc:Name", party.trading_name.as_ref());
        });
        xml.within("cac:PostalAddress", |xml| address(&party.address, xml));
        tax_scheme("VAT", party.vat_id.as_ref(), xml);
        tax_scheme("FC", party.tax_number.as_ref(), xml);
        xml.within("cac:PartyLegalEntity", |xml| {
            xml.text("cbc:RegistrationName", &party.name);
            identifier("cbc:CompanyID", party.legal_id.as_ref(), xml);
            xml.optional("cbc:CompanyLegalForm", party.legal_notice.as_ref());
        });
        if let Some(contact) = &party.contact {
            xml.within("cac:Contact", |xml| {
                xml.optional("cbc:Name", contact.name.as_ref());
                xml.optional("cbc:Telephone", contact.phone.as_ref());
                xml.optional("cbc:ElectronicMail", contact.email.as_ref());
            });
        }
    });
}

/// When, where and to whom.
pub(super) fn delivery(delivery: &Delivery, xml: &mut Xml) {
    let day = delivery.date.map(|date| date.to_string());
    xml.optional("cbc:ActualDeliveryDate", day.as_ref());
    if let Some(to) = &delivery.address {
        xml.within("cac:DeliveryLocation", |xml| {
            xml.within("cac:Address", |xml| address(to, xml));
        });
    }
    xml.within("cac:DeliveryParty", |xml| {
        xml.within("cac:PartyName", |xml| {
            xml.optional("cbc:Name", delivery.name.as_ref());
        });
    });
}

fn address(address: &Address, xml: &mut Xml) {
    xml.optional("cbc:StreetName", address.line1.as_ref());
    xml.optional("cbc:AdditionalStreetName", address.line2.as_ref());
    xml.optional("cbc:CityName", address.city.as_ref());
    xml.optional("cbc:PostalZone", address.post_code.as_ref());
    xml.optional("cbc:CountrySubentity", address.subdivision.as_ref());
    xml.within("cac:AddressLine", |xml| {
        xml.optional("cbc:Line", address.line3.as_ref());
    });
    xml.within("cac:Country", |xml| {
        xml.text("cbc:IdentificationCode", &address.country);
    });
}

fn identifier(name: &'static str, identifier: Option<&Identifier>, xml: &mut Xml) {
    if let Some(Identifier { scheme, value }) = identifier {
        let scheme = scheme.as_ref().map(|scheme| ("schemeID", scheme.as_str()));
        xml.text_with(name, scheme.as_slice(), value);
    }
}

fn tax_scheme(scheme: &str, number: Option<&String>, xml: &mut Xml) {
    if let Some(number) = number {
        xml.within("cac:PartyTaxScheme", |xml| {
            xml.text("cbc:CompanyID", number);
            xml.within("cac:TaxScheme", |xml| xml.text("cbc:ID", scheme));
        });
    }
}

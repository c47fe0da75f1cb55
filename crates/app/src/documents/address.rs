//! A postal address in lines, town and code in the order of its country (Universal Postal Union,
//! "Addressing solutions").
use book::dto::Address;

use super::countries::country_name;

/// Countries that write the town before the code, on one line with the region.
const TOWN_REGION_CODE: [&str; 5] = ["US", "CA", "AU", "NZ", "IN"];
/// Countries that give town and code a line each.
const TOWN_THEN_CODE: [&str; 2] = ["GB", "IE"];

/// The lines of an address; its country stands in the last one when it is another than `home`.
pub(super) fn lines(address: &Address, home: &str) -> Vec<String> {
    let mut lines: Vec<String> = address.street.lines().map(str::to_owned).collect();
    let country = address.country.as_str();
    let here = if country.is_empty() { home } else { country };
    let (town, code, region) = (&address.city, &address.postal_code, &address.region);
    if TOWN_THEN_CODE.contains(&here) {
        lines.extend([town, region, code].map(Clone::clone));
    } else if TOWN_REGION_CODE.contains(&here) {
        let town = joined(&[town, region], ", ");
        lines.push(joined(&[&town, code], " "));
    } else {
        lines.push(joined(&[code, town], " "));
        lines.push(region.clone());
    }
    if here != home {
        lines.push(country_name(here).to_uppercase());
    }
    lines.retain(|line| !line.trim().is_empty());
    lines
}

fn joined(parts: &[&String], between: &str) -> String {
    let there = parts.iter().filter(|part| !part.is_empty());
    there
        .map(|part| part.as_str())
        .collect::<Vec<_>>()
        .join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(country: &str) -> Address {
        Address {
            street: "Storgatan 4\nYard".into(),
            postal_code: "411 24".into(),
            city: "Göteborg".into(),
            region: "VG".into(),
            country: country.into(),
        }
    }

    #[test]
    fn town_and_code_stand_in_the_order_of_the_country() {
        let said = |country, home| lines(&address(country), home).split_off(2);
        assert_eq!(said("SE", "GB"), ["411 24 Göteborg", "VG", "SWEDEN"]);
        assert_eq!(said("GB", "GB"), ["Göteborg", "VG", "411 24"]);
        assert_eq!(said("", "US"), ["Göteborg, VG 411 24"]);
    }

    #[test]
    fn an_empty_address_has_no_lines() {
        assert!(lines(&Address::default(), "GB").is_empty());
    }
}

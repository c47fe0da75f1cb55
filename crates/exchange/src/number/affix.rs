//! Takes signs and currencies off the two ends of a printed number: `(£12.00)`, `AU $3`, `12-`.

use std::borrow::Cow;

use super::NumberFault;

/// A number without its surroundings: digits, marks and groups, and whether it is negative.
pub(super) struct Bare<'a> {
    pub(super) negative: bool,
    pub(super) body: Cow<'a, str>,
}

/// Words that stand for a currency and are not three capital letters.
const WORDS: [&str; 16] = [
    "kr", "Kr", "kr.", "Kr.", "zł", "Kč", "Ft", "lei", "Rs", "Rs.", "Fr", "Fr.", "лв", "US", "AU",
    "R",
];

/// The codes of ISO 4217 in use, so that the `EAN` of `EAN13` is not taken for a currency.
const CODES: &str = "\
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN \
    BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD \
    EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR \
    IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD \
    MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD \
    OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE \
    SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI \
    UYU UYW UZS VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD \
    XPF XPT XSU XUA YER ZAR ZMW ZWG";

/// Removes at most one sign, and with `currency` the currency signs and words, from both ends.
pub(super) fn strip(text: &str, currency: bool) -> Result<Bare<'_>, NumberFault> {
    let mut rest = text.trim();
    if rest.is_empty() {
        return Err(NumberFault::Empty);
    }
    let mut signs = 0_u32;
    let mut negative = false;
    if let Some(inner) = rest
        .strip_prefix('(')
        .and_then(|open| open.strip_suffix(')'))
    {
        (rest, signs, negative) = (inner.trim(), 1, true);
    }
    // Each round removes something from an end or stops, so this ends with the text.
    while let Some((shorter, sign)) = shorten(rest, currency) {
        rest = shorter.trim();
        if let Some(minus) = sign {
            signs += 1;
            negative |= minus;
        }
    }
    if signs > 1 || !rest.contains(|digit: char| digit.is_ascii_digit()) {
        return Err(NumberFault::NotANumber);
    }
    Ok(Bare {
        negative,
        body: Cow::Borrowed(rest),
    })
}

/// One sign or currency less, and whether the sign was a minus.
fn shorten(text: &str, currency: bool) -> Option<(&str, Option<bool>)> {
    for (sign, minus) in [('-', true), ('\u{2212}', true), ('+', false)] {
        if let Some(rest) = text.strip_prefix(sign).or_else(|| text.strip_suffix(sign)) {
            return Some((rest, Some(minus)));
        }
    }
    if !currency {
        return None;
    }
    let shorter = text
        .strip_prefix(is_currency_sign)
        .or_else(|| text.strip_suffix(is_currency_sign));
    shorter
        .or_else(|| without_word(text))
        .map(|rest| (rest, None))
}

fn without_word(text: &str) -> Option<&str> {
    let digit = |character: char| character.is_ascii_digit();
    let word_end = text.find(|c: char| !c.is_alphabetic() && c != '.')?;
    if word_end > 0 && is_currency_word(&text[..word_end]) {
        return Some(&text[word_end..]);
    }
    let last_digit = text.rfind(digit)?;
    let tail = &text[last_digit + 1..];
    (!tail.is_empty() && is_currency_word(tail.trim())).then(|| &text[..=last_digit])
}

fn is_currency_word(word: &str) -> bool {
    let is_code = || CODES.split(' ').any(|code| code == word);
    WORDS.contains(&word) || is_code()
}

/// The characters of Unicode's class Sc that are in use as currency signs.
fn is_currency_sign(sign: char) -> bool {
    matches!(
        sign,
        '$' | '¢' | '£' | '¤' | '¥' | '฿' | '\u{20a0}'..='\u{20c0}' | '﷼' | '＄' | '￡' | '￥'
    )
}

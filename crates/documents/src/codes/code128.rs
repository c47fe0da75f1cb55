//! Code 128 (ISO/IEC 15417): letters from set B, runs of digits two by two from set C.

use super::Modules;

/// Widths of the bars and spaces of each symbol character.
const WIDTHS: [&str; 107] = [
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212",
    "221213", "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221",
    "223211", "221132", "221231", "213212", "223112", "312131", "311222", "321122", "321221",
    "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
    "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131",
    "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131",
    "311123", "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111",
    "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
    "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242",
    "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
    "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
];
const TO_C: usize = 99;
const TO_B: usize = 100;
const START_B: usize = 104;
const START_C: usize = 105;
const STOP: usize = 106;
const QUIET: usize = 10;
/// Longer ones fit on no label.
const MOST_CHARS: usize = 64;

/// The bars of a text; `None` when it is empty, too long, or has letters that the code has not.
pub fn code128(text: &str) -> Option<Modules> {
    let bytes = text.as_bytes();
    let printable = |byte: &u8| (b' '..=b'~').contains(byte);
    if bytes.is_empty() || bytes.len() > MOST_CHARS || !bytes.iter().all(printable) {
        return None;
    }
    let mut symbols = symbols(bytes);
    let weighted = symbols.iter().enumerate();
    let sum: usize = weighted.map(|(place, symbol)| place.max(1) * symbol).sum();
    symbols.extend([sum % 103, STOP]);
    let widths = symbols.iter().flat_map(|symbol| WIDTHS[*symbol].bytes());
    // Every symbol begins dark and has an even number of widths, but for the last.
    let bars = widths
        .enumerate()
        .flat_map(|(place, width)| std::iter::repeat_n(place % 2 == 0, usize::from(width - b'0')));
    Some(Modules::bars(bars.collect(), QUIET))
}

fn symbols(text: &[u8]) -> Vec<usize> {
    let mut symbols = Vec::new();
    let mut in_c = false;
    let mut at = 0;
    while at < text.len() {
        let digits = text[at..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let at_an_end = at == 0 || at + digits == text.len();
        let worth_it = digits >= 6 || (at_an_end && digits >= 4) || (in_c && digits >= 2);
        if worth_it && digits % 2 == 0 {
            enter(&mut symbols, &mut in_c, true);
            for pair in text[at..at + digits].chunks(2) {
                symbols.push(usize::from(pair[0] - b'0') * 10 + usize::from(pair[1] - b'0'));
            }
            at += digits;
        } else {
            enter(&mut symbols, &mut in_c, false);
            symbols.push(usize::from(text[at] - b' '));
            at += 1;
        }
    }
    symbols
}

fn enter(symbols: &mut Vec<usize>, in_c: &mut bool, wanted: bool) {
    if symbols.is_empty() {
        symbols.push(if wanted { START_C } else { START_B });
    } else if *in_c != wanted {
        symbols.push(if wanted { TO_C } else { TO_B });
    }
    *in_c = wanted;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_take_half_the_room() {
        // Start, pairs, check character and stop: eleven modules each, and two more for the stop.
        assert_eq!(code128("12345678").unwrap().width(), 11 * (1 + 4 + 2) + 2);
        assert_eq!(code128("ABCDEFGH").unwrap().width(), 11 * (1 + 8 + 2) + 2);
        assert_eq!(
            code128("A12345").unwrap().width(),
            11 * (1 + 2 + 1 + 2 + 2) + 2
        );
    }

    #[test]
    fn what_the_code_has_no_letters_for_has_no_bars() {
        for text in ["", "Öl", "a\nb", &"9".repeat(65)] {
            assert_eq!(code128(text), None, "{text}");
        }
    }

    #[test]
    fn every_symbol_character_is_eleven_modules() {
        for (symbol, widths) in WIDTHS.iter().enumerate() {
            let modules: u32 = widths.bytes().map(|width| u32::from(width - b'0')).sum();
            assert_eq!(modules, if symbol == STOP { 13 } else { 11 }, "{symbol}");
        }
    }
}

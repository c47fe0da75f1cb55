//! Code pages of receipt printers: which byte means which letter, and the number under which
//! ESC/POS knows the page (`ESC t n`, Epson's reference). A letter that the preferred page lacks is
//! printed from another page that has it; one that no page has is spelt with letters that they
//! have.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A code page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CodePage {
    /// United States and the commonest of Western Europe.
    Pc437,
    /// Western Europe with the euro sign.
    #[default]
    Pc858,
    /// Central Europe.
    Pc852,
    /// Cyrillic.
    Pc866,
    /// Western Europe as Windows has it.
    Wpc1252,
}

impl CodePage {
    /// Every page, in the order in which they are tried.
    pub const ALL: [Self; 5] = [
        Self::Pc858,
        Self::Pc437,
        Self::Wpc1252,
        Self::Pc852,
        Self::Pc866,
    ];

    /// The number of the page in `ESC t n`.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Pc437 => 0,
            Self::Pc858 => 19,
            Self::Pc852 => 18,
            Self::Pc866 => 17,
            Self::Wpc1252 => 16,
        }
    }

    /// The byte that prints a letter.
    #[must_use]
    pub fn byte(self, letter: char) -> Option<u8> {
        if letter.is_ascii() {
            return (!letter.is_ascii_control()).then_some(letter as u8);
        }
        let at = self.upper().chars().position(|other| other == letter)?;
        u8::try_from(at + 128).ok()
    }

    /// The letter that a byte prints.
    #[must_use]
    pub fn letter(self, byte: u8) -> Option<char> {
        if byte.is_ascii() {
            return (!byte.is_ascii_control()).then_some(char::from(byte));
        }
        let letter = self.upper().chars().nth(usize::from(byte) - 128)?;
        (letter != '\0').then_some(letter)
    }

    /// The letters of the bytes from 128 on; NUL where there is none.
    const fn upper(self) -> &'static str {
        match self {
            Self::Pc437 => PC437,
            Self::Pc858 => PC858,
            Self::Pc852 => PC852,
            Self::Pc866 => PC866,
            Self::Wpc1252 => WPC1252,
        }
    }
}

const PC437: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
    áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}\
    ";
const PC858: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
    áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀\
    ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}\
    ";
const PC852: &str = "\
    ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×č\
    áíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐\
    └┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀\
    ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}\
    ";
const PC866: &str = "\
    АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ\
    абвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u{a0}\
    ";
const WPC1252: &str = "\
    €\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ\
    \u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿\
    ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
    àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ\
    ";

/// A page of `preferred` or else of all that has the letter, and its byte there.
pub(crate) fn find(preferred: CodePage, letter: char) -> Option<(CodePage, u8)> {
    let pages = std::iter::once(preferred).chain(CodePage::ALL);
    let mut found = pages.filter_map(|page| Some((page, page.byte(letter)?)));
    found.next()
}

/// A text in letters that can be printed, one column each: composed, and spelt out where no page
/// has a letter. Control characters are gone: nobody's name gives the printer an order.
pub(crate) fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.nfc() {
        if letter.is_whitespace() {
            out.push(' ');
        } else if letter.is_control() || is_joiner(letter) {
            continue;
        } else if find(CodePage::default(), letter).is_some() {
            out.push(letter);
        } else {
            spell(letter, &mut out);
        }
    }
    out
}

/// Spells a letter; one without a spelling shows that something is missing.
fn spell(letter: char, out: &mut String) {
    // A mark without its letter takes no place of its own.
    if is_combining_mark(letter) {
        return;
    }
    match deunicode::deunicode_char(letter) {
        Some(spelt) => out.extend(spelt.chars().filter(|c| c.is_ascii() && !c.is_control())),
        None => out.push_str(&format!("[{:X}]", u32::from(letter))),
    }
}

/// Signs that steer how a text is set and are no letters.
fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

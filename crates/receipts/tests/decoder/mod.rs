//! A reader of ESC/POS: an independent account of what a printer would do with the bytes. A command
//! that it does not know is an error.

use receipts::CodePage;

/// What was printed.
#[derive(Debug, Default)]
pub struct Printed {
    /// The lines with how wide they came out, in columns.
    pub lines: Vec<(String, usize)>,
    /// The texts of barcodes.
    pub barcodes: Vec<String>,
    /// Width in dots and height of pictures.
    pub pictures: Vec<(usize, usize)>,
    pub cuts: usize,
    pub kicks: usize,
}

/// Reads the bytes.
pub fn read(bytes: &[u8]) -> Result<Printed, String> {
    let mut reader = Reader {
        rest: bytes.iter().copied(),
        page: CodePage::Pc437,
        wide: 1,
        line: (String::new(), 0),
        printed: Printed::default(),
    };
    while let Some(byte) = reader.rest.next() {
        match byte {
            0x0a => reader.printed.lines.push(std::mem::take(&mut reader.line)),
            0x1b => reader.escape()?,
            0x1d => reader.group()?,
            other => reader.letter(other)?,
        }
    }
    if reader.line.0.is_empty() {
        Ok(reader.printed)
    } else {
        Err(format!("no end of line after {:?}", reader.line.0))
    }
}

struct Reader<I> {
    rest: I,
    page: CodePage,
    wide: usize,
    line: (String, usize),
    printed: Printed,
}

impl<I: Iterator<Item = u8>> Reader<I> {
    fn take(&mut self) -> Result<u8, String> {
        let next = self.rest.next();
        next.ok_or_else(|| "it ends within a command".to_owned())
    }

    fn skip(&mut self, count: usize) -> Result<(), String> {
        (0..count).try_for_each(|_| self.take().map(drop))
    }

    fn number(&mut self) -> Result<usize, String> {
        Ok(usize::from(self.take()?) + 256 * usize::from(self.take()?))
    }

    fn letter(&mut self, byte: u8) -> Result<(), String> {
        let letter = self.page.letter(byte);
        let letter = letter.ok_or_else(|| format!("byte {byte:x}"))?;
        self.line.0.push(letter);
        self.line.1 += self.wide;
        Ok(())
    }

    fn escape(&mut self) -> Result<(), String> {
        match self.take()? {
            b'@' => (self.page, self.wide) = (CodePage::Pc437, 1),
            b't' => self.page = page_of(self.take()?)?,
            b'a' | b'E' | b'd' => self.skip(1)?,
            b'p' => {
                self.skip(3)?;
                self.printed.kicks += 1;
            }
            other => return Err(format!("ESC {other:x}")),
        }
        Ok(())
    }

    fn group(&mut self) -> Result<(), String> {
        match self.take()? {
            b'!' => self.wide = usize::from(self.take()? >> 4) + 1,
            b'h' | b'w' | b'H' => self.skip(1)?,
            b'V' => {
                self.skip(2)?;
                self.printed.cuts += 1;
            }
            b'k' => {
                if self.take()? != 73 {
                    return Err("another barcode than CODE128".into());
                }
                let length = self.take()?;
                let data: Vec<u8> = (0..length).map(|_| self.take()).collect::<Result<_, _>>()?;
                let text = data.strip_prefix(b"{B").ok_or("not set B")?;
                let text = String::from_utf8_lossy(text).into_owned();
                self.printed.barcodes.push(text);
            }
            b'v' => {
                self.skip(2)?;
                let (across, down) = (self.number()?, self.number()?);
                self.skip(across * down)?;
                self.printed.pictures.push((across * 8, down));
            }
            other => return Err(format!("GS {other:x}")),
        }
        Ok(())
    }
}

fn page_of(number: u8) -> Result<CodePage, String> {
    let mut pages = CodePage::ALL.into_iter();
    let found = pages.find(|page| page.number() == number);
    found.ok_or_else(|| format!("code page {number}"))
}

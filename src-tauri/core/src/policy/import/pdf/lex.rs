//! The words of a page's content: numbers, strings, names, operators. One pass, nothing nests.

/// One word.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Word<'a> {
    Number(f32),
    Text(Vec<u8>),
    Name(&'a [u8]),
    /// Brackets of an array.
    Open,
    Close,
    Operator(&'a [u8]),
}

/// Reads words from bytes.
pub(super) struct Words<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Words<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn span(&mut self, goes_on: impl Fn(u8) -> bool) -> &'a [u8] {
        let start = self.at;
        while self.peek().is_some_and(&goes_on) {
            self.at += 1;
        }
        self.bytes.get(start..self.at).unwrap_or_default()
    }

    /// “(…)” with its escapes; brackets inside are counted.
    fn string(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut depth = 1usize;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => depth += 1,
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                }
                b'\\' => {
                    self.escape(&mut text);
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
        text
    }

    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' | b'f' => text.push(b' '),
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else {
                        break;
                    };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                text.push(u8::try_from(code & 0xff).unwrap_or_default());
            }
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            b'\n' => {}
            other => text.push(other),
        }
    }

    fn hex(&mut self) -> Vec<u8> {
        let mut digits: Vec<u8> = self
            .span(|byte| byte != b'>')
            .iter()
            .filter_map(|byte| char::from(*byte).to_digit(16))
            .filter_map(|digit| u8::try_from(digit).ok())
            .collect();
        self.at += 1;
        if digits.len() % 2 == 1 {
            digits.push(0);
        }
        digits
            .chunks_exact(2)
            .map(|two| two.iter().fold(0, |sum, digit| (sum << 4) | digit))
            .collect()
    }

    /// Past the bytes of a picture set inside the content.
    pub(super) fn skip_picture(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let end = rest.windows(4).position(|four| {
            matches!(four, [before, b'E', b'I', after] if is_space(*before) && is_space(*after))
        });
        self.at += end.map_or(rest.len(), |end| end + 3);
    }
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        loop {
            self.span(is_space);
            let byte = self.peek()?;
            match byte {
                b'%' => {
                    self.span(|byte| byte != b'\n' && byte != b'\r');
                }
                b'(' => {
                    self.at += 1;
                    return Some(Word::Text(self.string()));
                }
                b'<' | b'>' => {
                    self.at += 1;
                    if self.peek() == Some(byte) {
                        // The brackets of a dictionary: its words come one by one and mean nothing here.
                        self.at += 1;
                    } else if byte == b'<' {
                        return Some(Word::Text(self.hex()));
                    }
                }
                b'/' => {
                    self.at += 1;
                    return Some(Word::Name(self.span(is_regular)));
                }
                b'[' => {
                    self.at += 1;
                    return Some(Word::Open);
                }
                b']' => {
                    self.at += 1;
                    return Some(Word::Close);
                }
                b'{' | b'}' | b')' => self.at += 1,
                b'0'..=b'9' | b'+' | b'-' | b'.' => {
                    let digits = self.span(is_regular);
                    return Some(Word::Number(number(digits)));
                }
                _ => return Some(Word::Operator(self.span(is_regular))),
            }
        }
    }
}

/// Lenient, as readers are: “--5”, “1.2.3”; what is no number is 0.
fn number(digits: &[u8]) -> f32 {
    let text = std::str::from_utf8(digits).unwrap_or_default();
    let value: f32 = text
        .parse()
        .or_else(|_| {
            text.trim_start_matches(['+', '-'])
                .parse::<f32>()
                .map(|value| -value)
        })
        .unwrap_or(0.0);
    if value.is_finite() { value } else { 0.0 }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | 0x0c | 0)
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte)
        && !matches!(
            byte,
            b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_content() {
        let found: Vec<Word> =
            Words::new(b"BT /F1 12 Tf [(a\\)b) -250.5 <4142>] TJ (x(y)\\101) Tj % no\nET")
                .collect();
        assert_eq!(
            found,
            [
                Word::Operator(b"BT"),
                Word::Name(b"F1"),
                Word::Number(12.0),
                Word::Operator(b"Tf"),
                Word::Open,
                Word::Text(b"a)b".to_vec()),
                Word::Number(-250.5),
                Word::Text(b"AB".to_vec()),
                Word::Close,
                Word::Operator(b"TJ"),
                Word::Text(b"x(y)A".to_vec()),
                Word::Operator(b"Tj"),
                Word::Operator(b"ET"),
            ]
        );
    }
}

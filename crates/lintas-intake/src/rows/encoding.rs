//! Which encoding the bytes are in, and the bytes as UTF-8.
//!
//! Order of belief: a byte-order mark; NUL bytes in every second place (UTF-16); well-formed UTF-8; then the shape of
//! the text: Thai is long runs of high bytes (TIS-620, Windows-874), Vietnamese is tone marks behind vowels
//! (Windows-1258), the rest is Western (Windows-1252). The last three are judgements, and said to be.

use std::io::{self, Read};

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_874, WINDOWS_1252, WINDOWS_1258};

/// An encoding and how it was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Found {
    pub(crate) encoding: &'static Encoding,
    /// It was judged from the shape of the text.
    pub(crate) guessed: bool,
}

/// Collects what the bytes look like, from any number of pieces of the file.
#[derive(Debug, Default)]
pub(crate) struct Census {
    bytes: u64,
    head: Vec<u8>,
    /// NUL bytes at even and odd positions.
    nuls: [u64; 2],
    /// High bytes, and how many of them are part of well-formed UTF-8.
    high: u64,
    in_utf8: u64,
    /// High bytes in the Thai block of TIS-620, and those next to another high byte.
    thai: u64,
    in_runs: u64,
    /// Vietnamese combining tone marks directly behind a vowel.
    tones: u64,
    /// Letters that only Vietnamese has, in the places Windows-1258 gives them.
    vietnamese: u64,
    before: u8,
    pending: u8,
    seen_of_pending: u8,
}

impl Census {
    /// Takes the next piece.
    pub(crate) fn take(&mut self, piece: &[u8]) {
        if self.head.len() < 4 {
            self.head.extend(piece.iter().take(4 - self.head.len()));
        }
        for byte in piece {
            self.take_byte(*byte);
        }
    }

    fn take_byte(&mut self, byte: u8) {
        if byte == 0 {
            self.nuls[(self.bytes % 2) as usize] += 1;
        }
        if byte >= 0x80 {
            self.high += 1;
            self.thai += u64::from(matches!(byte, 0xA1..=0xDA | 0xDF..=0xFB));
            self.in_runs += u64::from(self.before >= 0x80);
            let behind_vowel = is_vowel(self.before);
            self.tones += u64::from(behind_vowel && matches!(byte, 0xCC | 0xD2 | 0xDE | 0xEC | 0xF2));
            self.vietnamese +=
                u64::from(matches!(byte, 0xD0 | 0xF0 | 0xE3 | 0xC3 | 0xF5 | 0xD5 | 0xFD | 0xDD));
        }
        self.take_utf8(byte);
        self.before = byte;
        self.bytes += 1;
    }

    fn take_utf8(&mut self, byte: u8) {
        if self.pending > 0 && (0x80..0xC0).contains(&byte) {
            // Surrogates (ED A0..BF) and overlong forms are no characters.
            let first = self.seen_of_pending == 1;
            let wrong = first
                && matches!(
                    (self.before, byte),
                    (0xED, 0xA0..=0xBF) | (0xE0, 0x80..=0x9F) | (0xF0, 0x80..=0x8F)
                );
            self.pending -= 1;
            self.seen_of_pending += 1;
            if wrong {
                self.pending = 0;
            } else if self.pending == 0 {
                self.in_utf8 += u64::from(self.seen_of_pending);
            }
            return;
        }
        self.seen_of_pending = 1;
        self.pending = match byte {
            0xC2..=0xDF => 1,
            0xE0..=0xEF => 2,
            0xF0..=0xF4 => 3,
            _ => 0,
        };
    }

    /// The encoding that fits best.
    pub(crate) fn judge(&self) -> Found {
        let sure = |encoding| Found { encoding, guessed: false };
        if let Some((encoding, _)) = Encoding::for_bom(&self.head) {
            return sure(encoding);
        }
        // Text of Latin letters in UTF-16 has a NUL in every second place; other scripts have them at their spaces,
        // digits and line ends.
        let (even, odd) = (self.nuls[0], self.nuls[1]);
        if even + odd >= 4 && (even + odd) * 33 > self.bytes {
            if odd > even.saturating_mul(4) {
                return sure(UTF_16LE);
            }
            if even > odd.saturating_mul(4) {
                return sure(UTF_16BE);
            }
        }
        if self.high == 0 {
            return sure(UTF_8);
        }
        // A few damaged bytes do not make a file of another encoding: their rows are refused one by one.
        if self.in_utf8 * 100 >= self.high * 90 {
            return sure(UTF_8);
        }
        let share = |part: u64| part as f64 / self.high as f64;
        let encoding = if share(self.thai) > 0.95 && share(self.in_runs) > 0.55 {
            WINDOWS_874
        } else if self.tones >= 2 && share(self.tones) > 0.1 && self.tones + self.vietnamese >= 3 {
            WINDOWS_1258
        } else {
            WINDOWS_1252
        };
        Found { encoding, guessed: true }
    }
}

/// A vowel of Windows-1258, plain or with its hat, breve or horn.
fn is_vowel(byte: u8) -> bool {
    matches!(byte.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
        || matches!(byte, 0xC2 | 0xC3 | 0xCA | 0xD4 | 0xD5 | 0xDD | 0xE2 | 0xE3 | 0xEA | 0xF4 | 0xF5 | 0xFD)
}

/// The name that people know an encoding by.
pub(crate) fn name(encoding: &'static Encoding) -> &'static str {
    if encoding == WINDOWS_874 { "TIS-620 (Windows-874)" } else { encoding.name() }
}

/// An encoding by name: a label of the Encoding Standard, or TIS-620.
pub(crate) fn named(label: &str) -> Option<&'static Encoding> {
    let label = label.trim().to_ascii_lowercase();
    if label.starts_with("tis-620") || label == "tis620" || label == "thai" {
        return Some(WINDOWS_874);
    }
    Encoding::for_label(label.as_bytes())
}

/// Turns bytes into UTF-8 while they are read; what is no character becomes U+FFFD.
pub(crate) struct Transcode<R> {
    from: R,
    decoder: Decoder,
    bytes: Vec<u8>,
    start: usize,
    end: usize,
    ended: bool,
}

impl<R: Read> Transcode<R> {
    pub(crate) fn new(from: R, encoding: &'static Encoding) -> Self {
        Self {
            from,
            decoder: encoding.new_decoder_with_bom_removal(),
            bytes: vec![0; 64 << 10],
            start: 0,
            end: 0,
            ended: false,
        }
    }

    /// Adds the next piece of text to `text`; false at the end.
    pub(crate) fn more(&mut self, text: &mut String) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        if self.start == self.end {
            self.start = 0;
            self.end = loop {
                match self.from.read(&mut self.bytes) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    other => break other?,
                }
            };
        }
        let last = self.end == 0;
        let piece = &self.bytes[self.start..self.end];
        text.reserve(piece.len() * 3 + 16);
        let (result, read, _) = self.decoder.decode_to_string(piece, text, last);
        self.start += read;
        if last && result == encoding_rs::CoderResult::InputEmpty {
            self.ended = true;
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(bytes: &[u8]) -> &'static str {
        let mut census = Census::default();
        for piece in bytes.chunks(7) {
            census.take(piece);
        }
        census.judge().encoding.name()
    }

    fn read(bytes: &[u8], encoding: &'static Encoding) -> String {
        let mut text = String::new();
        let mut from = Transcode::new(bytes, encoding);
        while from.more(&mut text).unwrap() {}
        text
    }

    const VIETNAMESE: &str =
        "Họ và tên,Ngày sinh\nNguyễn Văn Đức,01/02/1990\nTrần Thị Hường,1985\nLê Quốc Thắng,1979\n";
    const THAI: &str = "ชื่อ,นามสกุล,วันเกิด\nสมชาย,ใจดี,2530\nมาลี,ศรีสุข,2541\n";
    const FILIPINO: &str = "Pangalan,Bayan\nJosé Peña,Parañaque\nMa. Niña Cañete,Dasmariñas\n";

    /// Windows-1258 has its tone marks apart from the vowels.
    fn windows_1258(text: &str) -> Vec<u8> {
        use unicode_normalization::UnicodeNormalization;
        let apart: String = text
            .chars()
            .flat_map(|c| {
                if matches!(
                    c,
                    'â' | 'ê' | 'ô' | 'ă' | 'ơ' | 'ư' | 'đ' | 'Â' | 'Ê' | 'Ô' | 'Ă' | 'Ơ' | 'Ư' | 'Đ'
                ) {
                    return vec![c];
                }
                let parts: Vec<char> = std::iter::once(c).nfd().collect();
                if parts.len() == 3 {
                    // letter, hat, tone in either order: compose letter and hat
                    let tone =
                        parts.iter().copied().find(|p| "\u{300}\u{301}\u{303}\u{309}\u{323}".contains(*p));
                    let hat = parts.iter().copied().find(|p| "\u{302}\u{306}\u{31B}".contains(*p));
                    if let (Some(tone), Some(hat)) = (tone, hat) {
                        let base: String = [parts[0], hat].into_iter().nfc().collect();
                        return base.chars().chain([tone]).collect();
                    }
                }
                parts
            })
            .collect();
        let (bytes, _, failed) = WINDOWS_1258.encode(&apart);
        assert!(!failed, "{apart}");
        bytes.into_owned()
    }

    #[test]
    fn each_encoding_of_the_region_is_told_from_the_others() {
        for text in [VIETNAMESE, THAI, FILIPINO, "name,age\nBudi,30\n"] {
            assert_eq!(judge(text.as_bytes()), "UTF-8", "{text}");
            let mut with_mark = vec![0xEF, 0xBB, 0xBF];
            with_mark.extend(text.as_bytes());
            assert_eq!(judge(&with_mark), "UTF-8");
            assert_eq!(read(&with_mark, UTF_8), text);
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(judge(&little), "UTF-16LE", "{text}");
            assert_eq!(judge(&big), "UTF-16BE", "{text}");
            assert_eq!(read(&little, UTF_16LE), text);
        }
        assert_eq!(judge(&WINDOWS_874.encode(THAI).0), "windows-874");
        assert_eq!(judge(&WINDOWS_1252.encode(FILIPINO).0), "windows-1252");
        assert_eq!(judge(&windows_1258(VIETNAMESE)), "windows-1258");
    }

    #[test]
    fn one_damaged_row_does_not_change_the_encoding_of_the_file() {
        let mut bytes = THAI.repeat(5).into_bytes();
        bytes.extend([0xED, 0xA0, 0x80, b',', 0xFF, b'\n']);
        assert_eq!(judge(&bytes), "UTF-8");
        assert!(read(&bytes, UTF_8).contains('\u{FFFD}'));
    }

    #[test]
    fn tis_620_reads_as_thai() {
        assert_eq!(read(&WINDOWS_874.encode(THAI).0, named("TIS-620").unwrap()), THAI);
    }
}

//! The five digit sets of the region: Latin, Thai, Khmer, Lao and Bengali.

/// Replaces Thai, Khmer, Lao, Bengali, Burmese, Arabic and full-width digits by ASCII digits; leaves the rest.
pub fn to_ascii(text: &str) -> String {
    text.chars().map(ascii_digit).collect()
}

fn ascii_digit(c: char) -> char {
    const ZEROS: [u32; 8] = [
        0x0E50, // Thai
        0x17E0, // Khmer
        0x0ED0, // Lao
        0x09E6, // Bengali
        0x1040, // Burmese
        0x0660, // Arabic-Indic
        0x06F0, // extended Arabic-Indic
        0xFF10, // full width
    ];
    for zero in ZEROS {
        if let Some(value) = (c as u32).checked_sub(zero).filter(|v| *v < 10) {
            return char::from(b'0' + value as u8);
        }
    }
    c
}

#[cfg(test)]
mod tests {
    use super::to_ascii;

    #[test]
    fn every_digit_set_of_the_region_reads_the_same() {
        for text in ["2560", "๒๕๖๐", "២៥៦០", "໒໕໖໐", "২৫৬০"] {
            assert_eq!(to_ascii(text), "2560");
        }
        assert_eq!(to_ascii("กท-๑๒ ab"), "กท-12 ab");
    }
}

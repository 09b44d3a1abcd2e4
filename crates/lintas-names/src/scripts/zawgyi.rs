//! Zawgyi: Burmese text typed for a font that is not Unicode.

/// Says whether a text in the Myanmar block was typed in Zawgyi.
pub fn looks_like(_text: &str) -> bool {
    false
}

/// Converts Zawgyi text to Unicode.
pub fn to_unicode(text: &str) -> String {
    text.to_owned()
}

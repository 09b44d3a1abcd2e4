//! Drawings in SVG: each run of a script gets the font of that script by name.
//!
//! The SVG reader shapes a text with its first font and patches the rest in letter by letter; a named font spares it the
//! patching. It still sets a Khmer vowel that stands before its consonant (`ទេ`) too close to what follows, so the table
//! under a drawing, which the layout engine sets itself, is where such a name can be relied on.

/// The drawing with every run of a script of the region inside a `tspan` that names its font.
pub(crate) fn with_fonts(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len() + 256);
    let mut rest = svg;
    while let Some(open) = rest.find('<') {
        name_fonts(&rest[..open], &mut out);
        rest = &rest[open..];
        let end = if rest.starts_with("<!--") { "-->" } else { ">" };
        let close = rest.find(end).map_or(rest.len(), |at| at + end.len());
        out.push_str(&rest[..close]);
        rest = &rest[close..];
    }
    name_fonts(rest, &mut out);
    out
}

/// Why a drawing cannot be printed: it points to something outside itself.
pub(crate) fn reach_outside(svg: &str) -> Option<String> {
    let targets = svg.split("href=").skip(1).filter_map(|rest| {
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        rest[1..].split(quote).next()
    });
    let urls = svg.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
    targets
        .chain(urls.map(|url| url.trim_matches(['"', '\'', ' '])))
        .find(|target| !target.starts_with('#') && !target.starts_with("data:"))
        .map(|target| format!("it points to `{}`", target.chars().take(80).collect::<String>()))
}

fn name_fonts(text: &str, out: &mut String) {
    let mut current: Option<&str> = None;
    for character in text.chars() {
        // Spaces and joiners go with what stands before them.
        let font = if character.is_whitespace() || matches!(character, '\u{200b}'..='\u{200d}') {
            current
        } else {
            font_of(character)
        };
        if font != current {
            if current.is_some() {
                out.push_str("</tspan>");
            }
            if let Some(font) = font {
                out.push_str(&format!("<tspan font-family=\"{font}\">"));
            }
            current = font;
        }
        out.push(character);
    }
    if current.is_some() {
        out.push_str("</tspan>");
    }
}

fn font_of(character: char) -> Option<&'static str> {
    match character as u32 {
        0x0980..=0x09FF => Some("Noto Sans Bengali"),
        0x0E00..=0x0E7F => Some("Noto Sans Thai"),
        0x0E80..=0x0EFF => Some("Noto Sans Lao"),
        0x1000..=0x109F | 0xAA60..=0xAA7F => Some("Noto Sans Myanmar"),
        0x1780..=0x17FF | 0x19E0..=0x19FF => Some("Noto Sans Khmer"),
        0x2E80..=0x9FFF => Some("Noto Sans CJK SC"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_that_points_outside_itself_is_named() {
        let check = |svg: &str, expected: Option<&str>| {
            assert_eq!(reach_outside(svg).as_deref(), expected, "{svg}");
        };
        check("<use href=\"#a\"/><rect fill=\"url(#b)\"/><image href='data:image/png;base64,AA'/>", None);
        check("<image xlink:href=\"/etc/x.png\"/>", Some("it points to `/etc/x.png`"));
        check("<rect style=\"fill: url('http://x')\"/>", Some("it points to `http://x`"));
    }

    #[test]
    fn a_script_is_given_its_font_and_tags_stay_as_they_are() {
        let check = |svg: &str, expected: &str| assert_eq!(with_fonts(svg), expected);
        check("<text x=\"1\">abc</text>", "<text x=\"1\">abc</text>");
        check(
            "<text>A កូន ទេស b</text>",
            "<text>A <tspan font-family=\"Noto Sans Khmer\">កូន ទេស </tspan>b</text>",
        );
        check("<!-- ก > ข --><g id=\"ก\"/>", "<!-- ก > ข --><g id=\"ก\"/>");
    }
}

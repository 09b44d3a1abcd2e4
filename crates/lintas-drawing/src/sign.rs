//! The signs of a chart: a shape, a letter and a colour for each kind of thing, and a line style for how sure a link is.
//!
//! Shape, letter and colour all say the same, so that a chart can be read in grey and by those who do not tell colours apart
//! (WCAG 2.2, 1.4.1). Line styles are those of the link charts that officers are trained on: solid, dashed, dotted.

use lintas_model::EntityKind;

use crate::svg::Svg;

/// What stands for a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// A person or thing of a kind.
    Of(EntityKind),
    /// A protected person: a code, never a name.
    Protected,
    /// Something of which the reader may see nothing but that it is there.
    Unknown,
}

impl Sign {
    /// The word in files: the kind's, `protected` or `unknown`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Of(kind) => kind.as_str(),
            Self::Protected => "protected",
            Self::Unknown => "unknown",
        }
    }

    /// Fill colour: at least 5.9:1 against white, on which it stands and which its letter has.
    pub const fn colour(self) -> &'static str {
        match self {
            Self::Of(EntityKind::Person) => "#1f5fa8",
            Self::Of(EntityKind::Phone) => "#7a4fa3",
            Self::Of(EntityKind::Account) => "#8a5a00",
            Self::Of(EntityKind::Vehicle) => "#3c6e47",
            Self::Of(EntityKind::Place) => "#a3423b",
            Self::Of(EntityKind::Organisation) => "#4a5568",
            Self::Of(EntityKind::Document) => "#4d6570",
            Self::Of(EntityKind::Event) => "#6a4a2f",
            Self::Of(EntityKind::OnlineIdentity) => "#0b6470",
            Self::Protected => "#6b3fa0",
            Self::Unknown => "#5b6472",
        }
    }

    /// Outline around the origin, 32 units across.
    const fn outline(self) -> &'static str {
        match self {
            Self::Of(EntityKind::Person) => "M-16 0a16 16 0 1 0 32 0a16 16 0 1 0-32 0Z",
            Self::Of(EntityKind::Phone) => {
                "M-8.5-17h17a3 3 0 0 1 3 3v28a3 3 0 0 1-3 3h-17a3 3 0 0 1-3-3v-28a3 3 0 0 1 3-3Z"
            }
            Self::Of(EntityKind::Account) => {
                "M-16-11.5h32a2.5 2.5 0 0 1 2.5 2.5v18a2.5 2.5 0 0 1-2.5 2.5h-32a2.5 2.5 0 0 1-2.5-2.5v-18a2.5 2.5 0 0 1 2.5-2.5Z"
            }
            Self::Of(EntityKind::Vehicle) => "M0-18L18 0L0 18L-18 0Z",
            Self::Of(EntityKind::Place) => "M0 18L-18-14H18Z",
            Self::Of(EntityKind::Organisation) => "M18 0L9 15.6H-9L-18 0L-9-15.6H9Z",
            Self::Of(EntityKind::Document) => "M-14-15H14V15H-14Z",
            Self::Of(EntityKind::Event) => "M0-17.5L16.6-5.4L10.3 14.2H-10.3L-16.6-5.4Z",
            Self::Of(EntityKind::OnlineIdentity) => {
                "M-8-13.5h16a10 10 0 0 1 10 10v7a10 10 0 0 1-10 10h-16a10 10 0 0 1-10-10v-7a10 10 0 0 1 10-10Z"
            }
            Self::Protected => "M-12 0a12 12 0 1 0 24 0a12 12 0 1 0-24 0Z",
            Self::Unknown => "M-13 0a13 13 0 1 0 26 0a13 13 0 1 0-26 0Z",
        }
    }

    /// The letter in the shape.
    pub const fn letter(self) -> char {
        match self {
            Self::Of(kind) => kind.letter(),
            Self::Protected => '◆',
            Self::Unknown => '?',
        }
    }

    /// Draws the sign at a point, `scale` 1 being 32 units across.
    pub fn draw(self, svg: &mut Svg, x: f64, y: f64, scale: f64) {
        use crate::svg::number;
        let at = format!("translate({} {})", number(x), number(y));
        let at = if scale == 1.0 { at } else { format!("{at} scale({scale})") };
        svg.add(&format!(r#"<g transform="{at}">"#));
        if self == Self::Protected {
            svg.circle(0.0, 0.0, 17.0, r##"class="dv" fill="none" stroke="#6b3fa0" stroke-width="2""##);
        }
        let dash = if self == Self::Unknown { r#" stroke-dasharray="3 2.5""# } else { "" };
        svg.path(
            self.outline(),
            &format!(r##"fill="{}" stroke="#ffffff" stroke-width="1.5"{dash}"##, self.colour()),
        );
        let dy = if self == Self::Of(EntityKind::Place) { 2.0 } else { 5.2 };
        svg.add(&format!(
            r##"<text y="{dy}" text-anchor="middle" font-size="14" font-weight="700" fill="#ffffff">{}</text></g>"##,
            self.letter()
        ));
    }
}

/// How sure a link is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Line {
    /// Dotted.
    #[default]
    Tentative,
    /// Dashed.
    Unconfirmed,
    /// Solid.
    Confirmed,
}

impl Line {
    /// All, the surest first.
    pub const ALL: [Self; 3] = [Self::Confirmed, Self::Unconfirmed, Self::Tentative];

    /// The word in files and messages.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Unconfirmed => "unconfirmed",
            Self::Tentative => "tentative",
        }
    }

    /// The attribute that makes the style.
    pub const fn dashes(self) -> &'static str {
        match self {
            Self::Confirmed => "",
            Self::Unconfirmed => r#"stroke-dasharray="9 5""#,
            Self::Tentative => r#"stroke-dasharray="0.1 5" stroke-linecap="round""#,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast_with_white(colour: &str) -> f64 {
        let part = |at: usize| {
            let c = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        1.05 / (0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5) + 0.05)
    }

    #[test]
    fn every_sign_stands_out_and_no_two_share_shape_or_letter() {
        let all: Vec<Sign> =
            EntityKind::ALL.into_iter().map(Sign::Of).chain([Sign::Protected, Sign::Unknown]).collect();
        for (at, sign) in all.iter().enumerate() {
            assert!(contrast_with_white(sign.colour()) >= 5.9, "{sign:?}");
            for other in &all[at + 1..] {
                assert_ne!(sign.letter(), other.letter());
                assert_ne!(sign.outline(), other.outline());
            }
        }
    }
}

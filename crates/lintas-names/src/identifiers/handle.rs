//! Names people bear on messaging and social platforms.

use super::{Invalid, tidy};

/// A handle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handle {
    /// The platform, where the text says.
    pub platform: Option<&'static str>,
    /// The name there, lower case, without `@`.
    pub name: String,
}

/// Host names and written labels of platforms in use in the region.
const PLATFORMS: &[(&str, &[&str])] = &[
    ("facebook", &["facebook.com/", "m.facebook.com/", "fb.com/", "fb:", "facebook:", "m.me/"]),
    ("telegram", &["t.me/", "telegram.me/", "telegram:", "tg:"]),
    ("line", &["line.me/ti/p/~", "line.me/ti/p/", "line id:", "line:"]),
    ("whatsapp", &["wa.me/", "whatsapp:", "api.whatsapp.com/send?phone="]),
    ("instagram", &["instagram.com/", "ig:", "instagram:"]),
    ("tiktok", &["tiktok.com/@", "tiktok.com/", "tiktok:"]),
    ("x", &["twitter.com/", "x.com/", "twitter:", "x:"]),
    ("zalo", &["zalo.me/", "zalo:"]),
    ("viber", &["viber:"]),
    ("wechat", &["wechat:", "weixin:"]),
    ("imo", &["imo:"]),
    ("youtube", &["youtube.com/@", "youtube.com/c/", "youtube.com/"]),
];

/// Normal form of a handle, bare, with its platform's label, or as a link.
///
/// # Errors
/// [`Invalid`] with the reason.
pub fn normalise(text: &str) -> Result<Handle, Invalid> {
    let text = tidy(text)?.to_lowercase();
    let bare = text.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    let found = PLATFORMS.iter().find_map(|(platform, starts)| {
        starts.iter().find_map(|start| bare.strip_prefix(start)).map(|rest| (*platform, rest))
    });
    let (platform, rest) = found.map_or((None, bare), |(platform, rest)| (Some(platform), rest));
    let name = match rest.strip_prefix("profile.php?id=") {
        Some(id) => id,
        None => rest.split(['?', '#', '/']).next().unwrap_or(""),
    };
    let name = name.trim().trim_start_matches('@').trim();
    let length = name.chars().count();
    if !(2..=64).contains(&length) {
        return Err(Invalid::Length { found: length, expected: "2 to 64 characters" });
    }
    if let Some(odd) = name
        .chars()
        .find(|letter| !letter.is_alphanumeric() && !matches!(letter, '.' | '_' | '-' | '~' | '+'))
    {
        return Err(Invalid::Character(odd));
    }
    Ok(Handle { platform, name: name.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, platform: Option<&'static str>, name: &str) {
        assert_eq!(normalise(text), Ok(Handle { platform, name: name.to_owned() }), "{text}");
    }

    #[test]
    fn a_link_and_a_bare_handle_are_one() {
        check("@Good_Job88", None, "good_job88");
        check("https://t.me/Good_Job88?start=1", Some("telegram"), "good_job88");
        check("LINE ID: goodjob", Some("line"), "goodjob");
        check("https://www.facebook.com/profile.php?id=1234567", Some("facebook"), "1234567");
        assert!(normalise("two words").is_err());
    }
}

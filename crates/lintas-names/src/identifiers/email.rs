//! E-mail addresses (RFC 5321), without the rarities nobody uses.

use super::{Invalid, tidy};

/// Normal form: lower case throughout; providers of the region treat the local part as such.
///
/// # Errors
/// [`Invalid`] with the reason.
pub fn normalise(text: &str) -> Result<String, Invalid> {
    let text = tidy(text)?;
    let text = text.strip_prefix("mailto:").unwrap_or(&text);
    let text = text.trim_matches(|letter: char| matches!(letter, '<' | '>' | ' ' | ',' | ';'));
    let Some((local, domain)) = text.rsplit_once('@') else {
        return Err(Invalid::Form("it has no @".to_owned()));
    };
    if local.is_empty() || local.len() > 64 {
        return Err(Invalid::Length { found: local.len(), expected: "1 to 64 characters before the @" });
    }
    let local_ok = |letter: char| letter.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(letter);
    if let Some(odd) = local.chars().find(|letter| !local_ok(*letter)) {
        return Err(Invalid::Character(odd));
    }
    if local.starts_with('.') || local.ends_with('.') || local.contains("..") {
        return Err(Invalid::Form("a full stop stands where none may".to_owned()));
    }
    let labels: Vec<&str> = domain.split('.').collect();
    let label_ok = |label: &&str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
    };
    if labels.len() < 2 || !labels.iter().all(label_ok) || domain.len() > 253 {
        return Err(Invalid::Form(format!("`{domain}` is no domain")));
    }
    Ok(format!("{}@{}", local.to_lowercase(), domain.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_in_any_case() {
        assert_eq!(normalise("<Somchai.J@Example.ORG>").unwrap(), "somchai.j@example.org");
        assert!(normalise("somchai").is_err());
        assert!(normalise("a b@example.org").is_err());
        assert!(normalise("a@example").is_err());
    }
}

//! Styles, scripts, icons and fonts, served by the node itself under names that carry a hash of their content.
//!
//! A page must not ask any other machine for anything: that machine would learn who works on what, and an air-gapped
//! node would stand there without its letters. The hash in the name lets a browser keep a file for a year.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

#[derive(rust_embed::RustEmbed)]
#[folder = "assets/"]
struct Files;

struct Asset {
    url: String,
    content_type: &'static str,
    bytes: axum::body::Bytes,
}

/// All files by their plain name.
static ASSETS: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    let mut assets = BTreeMap::new();
    let mut names = Files::iter().map(|name| name.into_owned()).collect::<Vec<_>>();
    // The stylesheet names the fonts, so it comes after them and its hash covers theirs.
    names.sort_by_key(|name| name.ends_with(".css"));
    for name in names {
        let Some(file) = Files::get(&name) else { continue };
        let mut bytes = file.data.into_owned();
        if name.ends_with(".css") {
            let mut text = String::from_utf8_lossy(&bytes).into_owned();
            for (font, asset) in
                assets.iter().filter(|(font, _): &(&String, &Asset)| font.ends_with(".woff2"))
            {
                text = text.replace(&format!("url({font})"), &format!("url({})", asset.url));
            }
            bytes = text.into_bytes();
        }
        let hash = hex::encode(&<sha2::Sha256 as sha2::Digest>::digest(&bytes)[..6]);
        let flat = name.rsplit('/').next().unwrap_or(&name).to_owned();
        let (stem, end) = flat.rsplit_once('.').unwrap_or((&flat, ""));
        let asset = Asset {
            url: format!("/assets/{stem}.{hash}.{end}"),
            content_type: match end {
                "css" => "text/css; charset=utf-8",
                "js" => "text/javascript; charset=utf-8",
                "svg" => "image/svg+xml",
                "woff2" => "font/woff2",
                // Licences and the script that cut the fonts travel along but are not pages.
                _ => continue,
            },
            bytes: bytes.into(),
        };
        assets.insert(name, asset);
    }
    assets
});

/// The address of a file of the assets folder; an empty text when there is no such file.
pub(crate) fn url(name: &str) -> &'static str {
    ASSETS.get(name).map_or("", |asset| asset.url.as_str())
}

/// The text of a file of the assets folder; an empty text when there is no such file.
pub(crate) fn text(name: &str) -> &'static str {
    ASSETS.get(name).and_then(|asset| std::str::from_utf8(&asset.bytes).ok()).unwrap_or("")
}

/// Answers with a file.
pub(crate) async fn serve(Path(name): Path<String>) -> Response {
    let wanted = format!("/assets/{name}");
    match ASSETS.values().find(|asset| asset.url == wanted) {
        Some(asset) => (
            [
                (header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type)),
                (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
            ],
            asset.bytes.clone(),
        )
            .into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The bytes of a file of the assets folder; none when there is no such file.
#[cfg(test)]
pub(crate) fn bytes(name: &str) -> axum::body::Bytes {
    ASSETS.get(name).map(|asset| asset.bytes.clone()).unwrap_or_default()
}

/// Writes all files below a folder, so that rendered samples can be looked at in a browser.
#[cfg(test)]
pub(crate) fn write_all(folder: &std::path::Path) {
    for asset in ASSETS.values() {
        let path = folder.join(asset.url.trim_start_matches('/'));
        std::fs::create_dir_all(path.parent().unwrap_or(folder)).unwrap();
        std::fs::write(path, &asset.bytes).unwrap();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_that_the_stylesheet_names_is_served() {
        let css = String::from_utf8_lossy(&ASSETS["style.css"].bytes).into_owned();
        assert!(!css.contains("url(fonts/"), "a font has no address of its own");
        assert_eq!(css.matches("/assets/noto-sans-").count(), 7);
    }

    #[test]
    fn nothing_is_fetched_from_elsewhere() {
        for (name, asset) in ASSETS.iter().filter(|(name, _)| !name.ends_with("woff2") && *name != "htmx.js")
        {
            let text = String::from_utf8_lossy(&asset.bytes).replace("http://www.w3.org/2000/svg", "");
            assert!(!text.contains("http://") && !text.contains("https://"), "{name}");
        }
    }
}

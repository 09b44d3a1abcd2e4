//! The path of a page's template mirrors the path of its route.

use std::path::Path;

use super::sources::files;

const PAGES: &str = "crates/lintas-web/templates/pages";
const ROUTES: &str = "crates/lintas-web/src/routes";

/// Reports each page template that has no route file of the same path.
pub(crate) fn check(findings: &mut Vec<String>) -> anyhow::Result<()> {
    for template in files(&[PAGES], "html")? {
        let Ok(page) = template.strip_prefix(PAGES) else { continue };
        let route = Path::new(ROUTES).join(page).with_extension("rs");
        let folder = Path::new(ROUTES).join(page).with_extension("").join("mod.rs");
        if !route.is_file() && !folder.is_file() {
            findings.push(format!("{}: no route at {}", template.display(), route.display()));
        }
    }
    Ok(())
}

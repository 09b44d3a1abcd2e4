//! The node's press: the templates and the wording that ship with the program, and the agency's own over them.
//!
//! The folder `documents` of a node may hold templates such as `warrant_sheet.typ` and wording such as `th.toml`. They are
//! read whenever something is printed, so that a correction is on the next page without a restart.

use std::path::Path;

use lintas_documents::{Catalogues, Press, Templates};
use lintas_model::Language;

use crate::node::own_files;
use crate::{CaseworkError, Node, Result};

/// The press with the agency's own templates and wording. One that cannot be used is refused with its name: paper of an
/// agency must not go out in other words than it chose.
pub fn of(node: &Node) -> Result<Press> {
    let folder = node.folder().join("documents");
    let refused = |name: &str, problem: String| CaseworkError::File {
        path: folder.join(name).display().to_string(),
        problem,
    };
    let mut templates = Templates::built_in();
    for (name, text) in own_files(&folder, "typ")? {
        templates = templates.with(name, text);
    }
    let mut catalogues = Catalogues::built_in();
    for (name, text) in own_files(&folder, "toml")? {
        let tag = Path::new(&name).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let language: Language = tag.parse().map_err(|_| {
            refused(&name, "its name is no language; call it `th.toml` for wording in Thai".to_owned())
        })?;
        catalogues =
            catalogues.with(language, &text).map_err(|problem| refused(&name, with_cause(&problem)))?;
    }
    Ok(Press::new().with_templates(templates).with_catalogues(catalogues))
}

fn with_cause(problem: &dyn std::error::Error) -> String {
    problem.source().map_or_else(|| problem.to_string(), |cause| format!("{problem}: {cause}"))
}

//! Column mappings that a person has saved.

use std::collections::BTreeMap;

use lintas_policy::Action;

use crate::{CaseworkError, Ctx, Result};

/// Saved mappings of this node, from the `mappings` folder; a file that does not read is named.
pub fn mappings(ctx: &Ctx) -> Result<Vec<lintas_intake::Mapping>> {
    let folder = ctx.node().folder().join("mappings");
    let mut found = BTreeMap::new();
    if let Ok(entries) = std::fs::read_dir(&folder) {
        for path in
            entries.flatten().map(|entry| entry.path()).filter(|p| p.extension().is_some_and(|e| e == "toml"))
        {
            let problem = |problem: String| CaseworkError::File { path: path.display().to_string(), problem };
            let text = std::fs::read_to_string(&path).map_err(|error| problem(error.to_string()))?;
            let mapping = lintas_intake::Mapping::from_toml(&path.display().to_string(), &text)?;
            found.insert(path.clone(), mapping);
        }
    }
    Ok(found.into_values().collect())
}

/// Saves a mapping under its name for the next file with the same headers.
pub fn save_mapping(ctx: &Ctx, mapping: &lintas_intake::Mapping) -> Result<()> {
    ctx.permit_own(Action::Import, "import")?;
    let folder = ctx.node().folder().join("mappings");
    let name: String = mapping.signature.chars().filter(char::is_ascii_alphanumeric).collect();
    let path = folder.join(format!("{name}.toml"));
    std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(&path, mapping.to_toml()))
        .map_err(|error| CaseworkError::File { path: path.display().to_string(), problem: error.to_string() })
}

//! Where the sealed space lies, and how one is made.

use std::path::{Path, PathBuf};

use lintas_model::OfficerId;
use lintas_policy::Action;
use lintas_sealed::audit::Act;
use lintas_sealed::member::Member;
use lintas_sealed::{SealedError, SpaceKey};
use lintas_store::{SealedChange, SealedStore};
use serde::{Deserialize, Serialize};

use super::space::{Space, database_problem, entry, kept_password};
use crate::node::write_secret;
use crate::{CaseworkError, Ctx, Node, Result};

/// Where database and key file of the sealed space are; a part of `node.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealedPlace {
    /// `sqlite:///…/sealed.db` or `postgres://…`; never the node's own.
    pub database: String,
    /// The key file: best on another disk, or on a stick that is in place only while somebody works there.
    pub key_file: PathBuf,
}

/// What a new sealed space is told.
#[derive(Debug, Clone, Default)]
pub struct NewSpace {
    /// Its database; a file `sealed/sealed.db` in the node's folder when left out.
    pub database: Option<String>,
    /// Its key file; `sealed/sealed.key` in the node's folder when left out.
    pub key_file: Option<PathBuf>,
}

/// Makes the sealed space of a node. Whoever makes it becomes its first administrator.
pub async fn make(ctx: &Ctx, new: NewSpace) -> Result<SealedPlace> {
    ctx.require_plain(Action::KeepSealed, "sealed_space").await?;
    let node = ctx.node();
    let _turn = node.turn().await;
    if node.sealed_place().is_some() {
        return Err(CaseworkError::invalid("dir", "this node has a sealed space already"));
    }
    let folder = node.folder().canonicalize().map_err(|error| problem(node.folder(), &error))?.join("sealed");
    if new.database.is_none() || new.key_file.is_none() {
        std::fs::create_dir_all(&folder).map_err(|error| problem(&folder, &error))?;
    }
    let place = SealedPlace {
        database: new.database.unwrap_or_else(|| format!("sqlite://{}/sealed.db", folder.display())),
        key_file: absolute(new.key_file.unwrap_or_else(|| folder.join("sealed.key")))?,
    };
    if place.database == node.config().database {
        return Err(CaseworkError::invalid("database", "choose another database than the node's own"));
    }
    if place.key_file.exists() {
        return Err(file(&place.key_file, "there is a file already; choose another one"));
    }
    let key = node.with_entropy(|entropy| SpaceKey::generate(node.code().clone(), entropy));
    let store =
        SealedStore::create(&place.database).await.map_err(|error| database_problem(&place, &error))?;
    // The key file before anything that is sealed with it: a space without its key can never be opened again.
    write_secret(&place.key_file, &key.to_text())?;
    let space = Space { key, store: store.clone() };
    let mark = node.with_entropy(|entropy| space.key.mark(entropy));
    let mark = serde_json::to_vec(&mark).map_err(|error| SealedError::Database(error.to_string()))?;
    let first = first_member(ctx, &space).await?;
    let changes = [SealedChange::Set("mark", mark), first];
    space.write(node, &changes, entry(ctx, Act::Made, None, 0, None)).await?;
    let config = crate::node::NodeConfig { sealed: Some(place.clone()), ..node.config().clone() };
    config.write(node.folder())?;
    node.set_sealed(place.clone(), store);
    Ok(place)
}

async fn first_member(ctx: &Ctx, space: &Space) -> Result<SealedChange> {
    let (node, officer): (&Node, OfficerId) = (ctx.node(), ctx.officer());
    let member = Member {
        officer,
        roles: [lintas_model::Role::SealedAdministrator].into(),
        password: Member::mark(&space.key, officer, &kept_password(node, officer).await?),
        at: ctx.now(),
        by: None,
    };
    Ok(SealedChange::Admit(officer, node.with_entropy(|entropy| member.seal(&space.key, entropy))?))
}

fn absolute(path: PathBuf) -> Result<PathBuf> {
    std::path::absolute(&path).map_err(|error| problem(&path, &error))
}

fn problem(path: &Path, error: &std::io::Error) -> CaseworkError {
    file(path, &error.to_string())
}

fn file(path: &Path, problem: &str) -> CaseworkError {
    CaseworkError::File { path: path.display().to_string(), problem: problem.to_owned() }
}

//! Opening a node from the command line, and who acts there.

use std::path::Path;
use std::sync::Arc;

use lintas_casework::{Ctx, Node, assertion, signin};

use crate::secret;
use crate::system::{SystemClock, SystemEntropy};

/// Opens the node in a folder with the machine's clock and random source.
pub(crate) async fn open(folder: &Path) -> anyhow::Result<Node> {
    Ok(Node::open(folder, Arc::new(SystemClock), Box::new(SystemEntropy)).await?)
}

/// The officer named, else the one who signs in as `admin`. Whoever can read the node's keys may act as any officer of
/// it; what is done is recorded under that name.
pub(crate) async fn officer(node: &Node, login: Option<&str>) -> anyhow::Result<Ctx> {
    Ok(signin::at_the_console(node, login.unwrap_or(FIRST_LOGIN)).await?)
}

/// An officer who is about to do something grave: where officers sign, the password is asked for and what follows is signed.
pub(crate) async fn signing(node: &Node, login: Option<&str>) -> anyhow::Result<Ctx> {
    let ctx = officer(node, login).await?;
    if !assertion::required(node) {
        return Ok(ctx);
    }
    let password = secret::read("LINTAS_PASSWORD", &format!("password of {}", ctx.name()))?;
    Ok(assertion::unlock(&ctx, &password).await?)
}

/// The name under which the first officer of a node signs in unless another one is chosen.
pub(crate) const FIRST_LOGIN: &str = "admin";

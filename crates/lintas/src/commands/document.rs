//! `lintas document`: prints what officers need, from the records of a node.

use std::path::PathBuf;

use lintas_casework::Ctx;
use lintas_casework::document::{self, DocumentKind, Wanted};
use lintas_model::{Language, ObjectId};
use lintas_policy::Action;

use crate::exit::{self, Usage};
use crate::node;
use crate::whole_file::WholeFile;

/// Print a request, sheet, order or report as PDF/A from the records of a node.
///
/// Without KIND it lists the documents; without ID the things that one can be about. A template or wording of the agency's
/// own stands in the folder `documents` of the node.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder of the node.
    dir: PathBuf,
    /// The document, for example warrant_sheet.
    kind: Option<String>,
    /// The id of the thing it is about; `newest` for a round or a workshop.
    id: Option<String>,
    /// The language beside English: th vi km lo ms id fil bn.
    #[arg(long, value_name = "TAG")]
    language: Option<Language>,
    /// The file to write; named after the document when left out.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Who prints; `admin` when left out.
    #[arg(long, value_name = "LOGIN")]
    officer: Option<String>,
    /// Say who printed the document with this verification code, and when.
    #[arg(long, value_name = "CODE", conflicts_with_all = ["kind", "id", "language", "out"])]
    verify: Option<String>,
}

/// Exit code 0 when it is complete, 1 when it is a draft or no print is known under a code.
pub(crate) async fn run(args: Args) -> anyhow::Result<u8> {
    let node = node::open(&args.dir).await?;
    let done = work(&node::officer(&node, args.officer.as_deref()).await?, &args).await;
    node.close().await;
    done
}

async fn work(ctx: &Ctx, args: &Args) -> anyhow::Result<u8> {
    if let Some(code) = &args.verify {
        return verify(ctx, code).await;
    }
    let Some(word) = &args.kind else {
        for kind in DocumentKind::ALL {
            println!("{:<28}about a {}", kind.as_str(), kind.thing());
        }
        return Ok(exit::DONE);
    };
    let kind: DocumentKind = word.parse()?;
    let ctx = ctx.ready_for(Action::Export, kind.thing());
    let Some(id) = &args.id else { return list(&ctx, kind).await };
    let of = match id.as_str() {
        "newest" => document::newest(&ctx, kind).await?,
        id => id
            .parse::<ObjectId>()
            .map_err(|error| Usage(format!("{error}; `lintas document DIR {kind}` lists those there are")))?,
    };
    let paper = document::print(&ctx, &Wanted { kind, of, language: args.language }).await?;
    let out = args.out.clone().unwrap_or_else(|| PathBuf::from(&paper.file_name));
    WholeFile::of(&out, &paper.printed.pdf)?;
    println!("{} pages are in {}, verification code {}", paper.printed.pages, out.display(), paper.code);
    if !paper.printed.unprintable.is_empty() {
        let spelled: Vec<String> =
            paper.printed.unprintable.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
        eprintln!("lintas: no font has {}; each stands as its code point", spelled.join(" "));
    }
    if paper.printed.is_draft() {
        eprintln!("lintas: this is a draft; it lacks:");
        for missing in &paper.printed.missing {
            eprintln!("  {missing}");
        }
        return Ok(exit::FINDINGS);
    }
    Ok(exit::DONE)
}

async fn list(ctx: &Ctx, kind: DocumentKind) -> anyhow::Result<u8> {
    let things = document::things(ctx, kind).await?;
    for thing in &things {
        println!("{}  {}", thing.id, thing.caption);
    }
    if things.is_empty() {
        eprintln!("lintas: there is no {} here that {} may see", kind.thing(), ctx.name());
    }
    Ok(exit::DONE)
}

async fn verify(ctx: &Ctx, code: &str) -> anyhow::Result<u8> {
    let prints = document::printed_under(&ctx.ready_for(Action::ViewAudit, "access"), code).await?;
    for print in &prints {
        let (mark, body) = (&print.mark, &print.body);
        let detail = body.detail.as_deref().unwrap_or_default();
        println!("{}  {detail}  by officer {} for {}", mark.at, mark.author, body.purpose.as_str());
    }
    if prints.is_empty() {
        eprintln!("lintas: this node knows no print under `{code}`");
        return Ok(exit::FINDINGS);
    }
    Ok(exit::DONE)
}

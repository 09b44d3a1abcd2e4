//! INTERPOL notices rest on warrants that stand, and their form says what its colour needs.

use std::collections::BTreeSet;

use lintas_casework::document::{self, DocumentKind, Wanted};
use lintas_casework::notice::{self, NewNotice};
use lintas_casework::{CaseworkError, warrant};
use lintas_model::lifecycle::WarrantMove;
use lintas_model::record::{NoticeChannel, NoticeColour, WorkingLanguage};
use lintas_model::{Country, Language, PartialDate, WarrantId};

use crate::documents::{philippine, warrant as recorded};

fn red(warrant: WarrantId) -> NewNotice {
    NewNotice {
        warrant,
        colour: NoticeColour::Red,
        channel: NoticeChannel::Notice,
        to: BTreeSet::new(),
        language: WorkingLanguage::En,
        reference: "NCB 12".into(),
    }
}

fn field<T: std::fmt::Debug>(result: Result<T, CaseworkError>) -> &'static str {
    match result.unwrap_err() {
        CaseworkError::Invalid { field, .. } => field,
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_red_notice_lacks_what_its_colour_needs_until_it_is_written() {
    let (_it, ctx) = philippine(795).await;
    let warrant = recorded(&ctx, None).await;
    let id = notice::ask(&ctx, red(warrant)).await.unwrap();
    let kind = DocumentKind::NoticeRequest;
    let wanted = Wanted { kind, of: id.into(), language: None };
    let lacks = document::preview(&ctx, &wanted, Language::En).await.unwrap().missing;
    for needed in ["description", "facts", "will-follow", "signatory"] {
        assert!(lacks.contains(&needed), "{needed}: {lacks:?}");
    }
    assert!(!lacks.contains(&"warrant") && !lacks.contains(&"wanted-information"), "{lacks:?}");
    let texts = [
        ("description", "A scar on the left hand"),
        ("facts", "Recruited for work that does not exist"),
        ("will-follow", "Extradition will be asked for through the diplomatic channel"),
        ("signatory", "A. N. Other"),
        ("bureau", "NCB Manila"),
        ("contact", "+00 000 000 000"),
    ];
    let texts = texts.map(|(part, text)| (part.to_owned(), Language::En, text.to_owned()));
    document::write(&ctx, kind, id.into(), texts.into()).await.unwrap();
    let paper = document::print(&ctx, &wanted).await.unwrap();
    assert_eq!(paper.printed.missing, Vec::<String>::new());
    let data = String::from_utf8(paper.printed.data).unwrap();
    assert!(data.contains("notice-red") && data.contains("Crim. 17-1234"));
    // A blue one asks for other things.
    let blue = notice::ask(&ctx, NewNotice { colour: NoticeColour::Blue, ..red(warrant) }).await.unwrap();
    let wanted = Wanted { kind, of: blue.into(), language: None };
    let lacks = document::preview(&ctx, &wanted, Language::En).await.unwrap().missing;
    assert!(lacks.contains(&"wanted-information") && !lacks.contains(&"will-follow"), "{lacks:?}");
    assert_eq!(notice::of_warrant(&ctx, warrant).await.unwrap().len(), 2);
}

#[tokio::test]
async fn what_cannot_be_asked_for_is_refused() {
    let (_it, ctx) = philippine(796).await;
    let warrant = recorded(&ctx, None).await;
    let black = NewNotice { colour: NoticeColour::Black, ..red(warrant) };
    assert_eq!(field(notice::ask(&ctx, black).await), "colour");
    let nowhere = NewNotice { channel: NoticeChannel::Diffusion, ..red(warrant) };
    assert_eq!(field(notice::ask(&ctx, nowhere.clone()).await), "to");
    let home = NewNotice { to: [Country::PH].into(), ..nowhere.clone() };
    assert_eq!(field(notice::ask(&ctx, home).await), "to");
    notice::ask(&ctx, NewNotice { to: [Country::TH].into(), ..nowhere }).await.unwrap();
    let on = PartialDate::day(2017, 3, 5).unwrap();
    warrant::step(&ctx, warrant, WarrantMove::End, on, "quashed").await.unwrap();
    assert_eq!(field(notice::ask(&ctx, red(warrant)).await), "warrant");
}

//! Every view has a sample; here all of them are rendered in every offered language.

use std::path::PathBuf;

use askama::Template;
use lintas_model::Language;

use crate::desk::charts::Product;
use crate::routes::*;
use crate::sample;

/// All views by name.
pub(crate) fn gallery(language: Language) -> Vec<(&'static str, String)> {
    macro_rules! pages {
        ($($name:literal = $sample:expr;)*) => {
            vec![$(($name, $sample(sample::page(language)).render().expect($name)),)*]
        };
    }
    let mut pages = pages! {
        "inbox" = inbox::show::sample;
        "report-add" = reports::add::sample;
        "report-empty" = reports::empty::sample;
        "report" = reports::show::sample;
        "search" = search::show::sample;
        "cases" = cases::list::sample;
        "case-open" = cases::open::sample;
        "case" = cases::overview::sample;
        "case-reports" = cases::reports::sample;
        "case-things" = cases::things::sample;
        "case-inquiries" = cases::inquiries::sample;
        "case-plan" = cases::plan::sample;
        "case-agreement" = cases::agreement::sample;
        "mentor" = mentors::list::sample;
        "mentor-case" = mentors::show::sample;
        "operation" = operations::show::sample;
        "case-evidence" = cases::evidence::sample;
        "exhibit" = exhibits::show::sample;
        "deadlines" = deadlines::list::sample;
        "agenda" = rounds::agenda::sample;
        "inquiries" = inquiries::list::sample;
        "inquiry" = inquiries::show::sample;
        "directory" = directory::show::sample;
        "contact" = directory::edit::sample;
        "case-tasks" = cases::tasks::sample;
        "case-warrants" = cases::warrants::sample;
        "case-operations" = cases::operations::sample;
        "case-findings" = cases::findings::sample;
        "case-chart-link" = |page| cases::charts::sample_of(page, Product::Link);
        "case-chart-matrix" = |page| cases::charts::sample_of(page, Product::Matrix);
        "case-chart-events" = |page| cases::charts::sample_of(page, Product::Events);
        "case-chart-flow" = |page| cases::charts::sample_of(page, Product::Flow);
        "case-chart-telephone" = |page| cases::charts::sample_of(page, Product::Telephone);
        "case-chart-map" = |page| cases::charts::sample_of(page, Product::Map);
        "finding" = findings::show::sample;
        "requests" = pursuits::board::sample;
        "request" = pursuits::show::sample;
        "request-record" = pursuits::record::sample;
        "document" = documents::print::sample;
        "treaty-paths" = pursuits::paths::sample;
        "case-journal" = cases::journal::sample;
        "entity" = entities::show::sample;
        "matches" = matches::review::sample;
        "hits" = hits::list::sample;
        "hit-ask" = hits::ask::sample;
        "hit-question" = hits::show::sample;
        "imports" = imports::list::sample;
        "import-preview" = imports::preview::sample;
        "import" = imports::show::sample;
        "release-choose" = releases::choose::sample;
        "release-preview" = releases::preview::sample;
        "releases" = releases::list::sample;
        "release" = releases::show::sample;
        "release-control" = releases::control::sample;
        "sync" = sync::show::sample;
        "region" = region::show::sample;
        "warrants" = warrants::list::sample;
        "warrant-record" = warrants::record::sample;
        "warrant" = warrants::show::sample;
        "admin" = admin::show::sample;
        "own" = session::own::sample;
        "own-codes" = session::own::sample_codes;
        "audit" = admin::audit::sample;
        "who" = who::show::sample;
        "sealed" = sealed::list::sample;
        "sealed-dossier" = sealed::show::sample;
        "sealed-screening" = sealed::screening::sample;
        "sealed-sheet" = sealed::sheet::sample;
        "sealed-keeping" = sealed::keeping::sample;
        "told" = sealed::told::sample;
        "today" = sealed::leave::sample;
        "problem" = problem::sample;
        "demo" = demo::show::sample;
    };
    pages.push(("sign-in", session::sign_in::sample(sample::stranger(language)).render().expect("sign-in")));
    pages
}

#[test]
fn every_view_renders_in_every_offered_language() {
    let folder = std::env::var_os("LINTAS_GALLERY").map(PathBuf::from);
    for language in Language::ALL {
        for (name, html) in gallery(language) {
            assert!(html.contains(&format!("<html lang=\"{}\"", language.tag())), "{name}");
            assert_eq!(html.matches("<main").count(), 1, "{name}");
            assert!(!html.contains(" style=") && !html.contains("<style"), "{name}: a style in the page");
            assert!(!html.contains("onclick") && !html.contains("<script>"), "{name}: a script in the page");
            if let Some(folder) = &folder {
                std::fs::create_dir_all(folder).unwrap();
                std::fs::write(folder.join(format!("{name}.{}.html", language.tag())), html).unwrap();
            }
        }
    }
    if let Some(folder) = &folder {
        crate::assets::write_all(folder);
    }
}

#[test]
fn every_button_that_changes_something_sends_the_token() {
    for (name, html) in gallery(Language::En) {
        for form in html.split("<form").skip(1).map(|rest| rest.split("</form>").next().unwrap_or_default()) {
            let posts = form.contains("method=\"post\"");
            let free = name == "sign-in" || form.contains("/demo/be");
            assert!(!posts || free || form.contains("name=\"_form\""), "{name}: {form}");
        }
    }
}

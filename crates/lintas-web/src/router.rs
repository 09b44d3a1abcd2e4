//! All addresses in one place, and what stands around every handler.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware;
use axum::routing::{get, post};
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use crate::app::App;
use crate::problem;
use crate::routes::{
    admin, cases, deadlines, demo, directory, documents, entities, exhibits, findings, hits, imports, inbox,
    inquiries, matches, mentors, news, operations, pursuits, region, releases, reports, rounds, sealed,
    search, session, shell, sync, tasks, undo, warrants, who,
};
use crate::security::{headers, listeners, once, origin, upload};
use crate::{assets, urls};

/// The largest form without a file.
const FORM_BYTES: usize = crate::seat::PLAIN_BYTES;
/// The largest report with its photographs.
const REPORT_BYTES: usize = 64 * 1024 * 1024;
/// How long a page may take; imports and bundles have their own time.
const PAGE_TIME: Duration = Duration::from_secs(30);
const FILE_TIME: Duration = Duration::from_secs(15 * 60);

/// The pages of a node.
pub fn router(app: App) -> Router {
    let files = Router::new()
        .route(urls::IMPORTS, get(imports::list::show).post(imports::list::upload))
        .route("/import/upload/{upload}", get(imports::preview::show).post(imports::preview::act))
        .route(urls::SYNC_NOW, post(sync::show::now))
        .route(urls::BUNDLE_IN, post(sync::show::take))
        .route("/sync/{agency}/bundle", get(sync::show::give))
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(upload::MOST_BYTES as usize + FORM_BYTES))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, FILE_TIME));
    let reports = Router::new()
        .route(urls::REPORT_ADD, get(reports::add::show).post(reports::add::save))
        .route("/reports/{report}/files", post(reports::files::attach))
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(REPORT_BYTES))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, FILE_TIME));
    pages()
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, PAGE_TIME))
        .merge(sealed_space())
        .merge(files)
        .merge(reports)
        .layer(middleware::from_fn_with_state(app.clone(), listeners::ring))
        .layer(middleware::from_fn_with_state(app.clone(), once::guard))
        .layer(middleware::from_fn_with_state(app.clone(), origin::check))
        .layer(middleware::from_fn_with_state(app.clone(), problem::dress))
        .route("/assets/{name}", get(assets::serve))
        .layer(middleware::from_fn_with_state(app.clone(), headers::set))
        .layer(CompressionLayer::new())
        .with_state(app)
}

fn pages() -> Router<App> {
    Router::new()
        .route(urls::SIGN_IN, get(session::sign_in::show).post(session::sign_in::submit))
        .route(urls::SIGN_OUT, post(session::sign_out::submit))
        .route(urls::SIGN_IN_PASSKEY_BEGIN, post(session::passkey::begin_sign_in))
        .route(urls::SIGN_IN_PASSKEY, post(session::passkey::sign_in))
        .route(urls::OWN, get(session::own::show))
        .route(urls::OWN_CODE, post(session::own::set_up_code))
        .route(urls::OWN_CODE_CONFIRM, post(session::own::confirm_code))
        .route(urls::OWN_CODE_REMOVE, post(session::own::remove_code))
        .route(urls::OWN_RECOVERY, post(session::own::new_recovery_codes))
        .route(urls::OWN_PASSKEY_BEGIN, post(session::passkey::begin))
        .route(urls::OWN_PASSKEY, post(session::passkey::register))
        .route(urls::OWN_PASSKEY_REMOVE, post(session::passkey::remove))
        .route(urls::PURPOSE, post(session::purpose::choose))
        .route(urls::DISPLAY, post(session::display::set))
        .route(urls::INBOX, get(inbox::show::show))
        .route(urls::SEARCH, get(search::show::show))
        .route(urls::SEARCH_SAVE, post(search::saved::save))
        .route(urls::SEARCH_FORGET, post(search::saved::forget))
        .route(urls::REPORT_EMPTY, get(reports::empty::show))
        .route(urls::REPORTS_KEPT, get(reports::kept::key))
        .route(urls::WORKER, get(shell::worker::show))
        .route(urls::MANIFEST, get(shell::manifest::show))
        .route("/reports/{report}", get(reports::show::show))
        .route("/reports/{report}/grade", post(reports::grade::grade))
        .route("/reports/{report}/files/{sha256}", get(reports::files::open))
        .route(urls::CASES, get(cases::list::show))
        .route(urls::CASE_OPEN, get(cases::open::show).post(cases::open::open))
        .route("/cases/{case}", get(cases::overview::show))
        .route("/cases/{case}/step", post(cases::overview::step))
        .route("/cases/{case}/join", post(cases::overview::join))
        .route("/cases/{case}/reports", get(cases::reports::show))
        .route("/cases/{case}/things", get(cases::things::show))
        .route("/cases/{case}/inquiries", get(cases::inquiries::show).post(cases::inquiries::ask))
        .route(urls::INQUIRIES, get(inquiries::list::show))
        .route("/inquiries/{inquiry}", get(inquiries::show::show))
        .route("/inquiries/{inquiry}/step", post(inquiries::show::step))
        .route(urls::DEADLINES, get(deadlines::list::show))
        .route(urls::CALENDAR, get(deadlines::list::take))
        .route("/rounds/{round}/agenda", get(rounds::agenda::show))
        .route(urls::DIRECTORY, get(directory::show::show))
        .route(urls::CONTACT_ADD, get(directory::edit::blank).post(directory::edit::add))
        .route("/directory/{contact}", get(directory::edit::show).post(directory::edit::change))
        .route("/directory/{contact}/confirm", post(directory::show::confirm))
        .route("/directory/{contact}/close", post(directory::show::close))
        .route("/cases/{case}/tasks", get(cases::tasks::show).post(cases::tasks::set))
        .route("/cases/{case}/warrants", get(cases::warrants::show))
        .route("/cases/{case}/operations", get(cases::operations::show).post(cases::operations::plan))
        .route("/cases/{case}/evidence", get(cases::evidence::show))
        .route("/cases/{case}/evidence/exhibit", post(cases::evidence::record))
        .route("/cases/{case}/evidence/proof", post(cases::evidence::lay))
        .route("/cases/{case}/evidence/proof/{proof}", post(cases::evidence::withdraw))
        .route("/cases/{case}/evidence/verdict", post(cases::evidence::decide))
        .route("/exhibits/{exhibit}", get(exhibits::show::show))
        .route("/exhibits/{exhibit}/custody", post(exhibits::show::add))
        .route("/cases/{case}/findings", get(cases::findings::show).post(cases::findings::keep))
        .route("/cases/{case}/charts", get(cases::charts::show))
        .route("/cases/{case}/charts/data", get(cases::charts::data))
        .route("/cases/{case}/charts/views", post(cases::charts::keep))
        .route("/cases/{case}/charts/file", get(cases::charts::file))
        .route("/findings/{finding}", get(findings::show::show))
        .route("/findings/{finding}/outcome", post(findings::show::outcome))
        .route("/cases/{case}/journal", get(cases::journal::show).post(cases::journal::write))
        .route("/tasks/{task}/step", post(tasks::step::step))
        .route("/cases/{case}/plan", get(cases::plan::show))
        .route("/cases/{case}/plan/objective", post(cases::plan::set_objective))
        .route("/cases/{case}/plan/objective/{objective}", post(cases::plan::decide_objective))
        .route("/cases/{case}/plan/decision", post(cases::plan::log_decision))
        .route("/cases/{case}/plan/order", post(cases::plan::order))
        .route("/cases/{case}/agreement", get(cases::agreement::show).post(cases::agreement::write))
        .route("/cases/{case}/agreement/{agreement}/sign", post(cases::agreement::sign))
        .route("/cases/{case}/mentoring", post(cases::journal::set_mentoring))
        .route(urls::MENTOR, get(mentors::list::show))
        .route("/mentor/{case}", get(mentors::show::show).post(mentors::show::advise))
        .route("/warrants/{warrant}/notices", post(warrants::notices::ask))
        .route("/operations/{operation}", get(operations::show::show))
        .route("/operations/{operation}/gate", post(operations::show::answer))
        .route("/operations/{operation}/change", post(operations::show::change))
        .route("/operations/{operation}/step", post(operations::step::step))
        .route("/entities/{entity}", get(entities::show::show))
        .route(urls::JUDGE, post(entities::show::judge))
        .route(urls::MATCHES, get(matches::review::show).post(matches::review::judge))
        .route(urls::HITS, get(hits::list::show))
        .route(urls::HIT_ASK, get(hits::ask::show).post(hits::ask::ask))
        .route("/hits/{question}", get(hits::show::show))
        .route("/hits/{question}/approve", post(hits::show::approve))
        .route("/hits/{question}/inspect", post(hits::show::inspect))
        .route("/import/{import}", get(imports::show::show))
        .route("/import/{import}/undo", post(imports::show::undo))
        .route("/import/{import}/rejects.csv", get(imports::show::rejects))
        .route(urls::RELEASES, get(releases::list::show).post(releases::list::make))
        .route(urls::RELEASE_CHOOSE, get(releases::choose::show).post(releases::choose::change))
        .route(urls::RELEASE_PREVIEW, post(releases::preview::show))
        .route("/releases/{release}", get(releases::show::show))
        .route("/releases/{release}/recall", post(releases::show::recall))
        .route("/releases/{release}/control", get(releases::control::show))
        .route("/releases/{release}/narrow", post(releases::control::narrow))
        .route("/releases/{release}/ask", post(releases::control::ask))
        .route("/releases/{release}/ask/{ask}", post(releases::control::answer))
        .route(urls::SYNC, get(sync::show::show))
        .route("/sync/{agency}/log/propose", post(sync::log::propose))
        .route("/sync/{agency}/log/accept", post(sync::log::accept))
        .route(urls::REGION, get(region::show::show))
        .route(urls::WARRANTS, get(warrants::list::show))
        .route(urls::WARRANT_RECORD, get(warrants::record::show).post(warrants::record::record))
        .route("/warrants/{warrant}", get(warrants::show::show))
        .route("/warrants/{warrant}/step", post(warrants::show::step))
        .route("/warrants/{warrant}/check", post(warrants::show::check))
        .route(urls::PURSUITS, get(pursuits::board::show))
        .route(urls::REQUEST_RECORD, get(pursuits::record::show).post(pursuits::record::record))
        .route("/requests/{request}", get(pursuits::show::show))
        .route("/requests/{request}/step", post(pursuits::show::step))
        .route("/requests/{request}/hop", post(pursuits::show::hop))
        .route(urls::TREATY_PATHS, get(pursuits::paths::show))
        .route("/documents/{kind}/{object}", get(documents::print::show).post(documents::print::print))
        .route("/documents/{kind}/{object}/passages", post(documents::print::write))
        .route(urls::ADMIN, get(admin::show::show))
        .route(urls::OFFICER_ENROL, post(admin::show::enrol))
        .route("/admin/officers/{officer}/active", post(admin::show::set_active))
        .route(urls::AUDIT, get(admin::audit::show))
        .route("/who/{object}", get(who::show::show))
        .route(urls::UNDO, post(undo::take::take))
        .route(urls::NEWS, get(news::stream::stream))
        .route(urls::DEMO_TOUR, post(demo::tour::step))
        .route(urls::DEMO, get(demo::show::show))
        .route(urls::DEMO_BE, post(demo::show::be))
        .fallback(|| async { problem::Problem::Missing })
}

/// The sealed space: protected persons and sources, each half with the same pages.
fn sealed_space() -> Router<App> {
    let mut space = Router::new()
        .route("/sealed/{dossier}/screening", get(sealed::screening::show).post(sealed::show::screen))
        .route(urls::SEALED_KEEPING, get(sealed::keeping::show))
        .route(urls::SEALED_ADMIT, post(sealed::keeping::admit))
        .route(urls::SEALED_DISMISS, post(sealed::keeping::dismiss))
        .route(urls::SEALED_BACKUP, post(sealed::keeping::back_up))
        .route(urls::TOLD, get(sealed::told::show))
        .route("/told/{dossier}/{number}", get(sealed::sheet::told))
        .route(urls::LEAVE, post(sealed::leave::leave))
        .route(urls::TODAY, get(sealed::leave::today));
    for half in [urls::SEALED, urls::SOURCES] {
        space = space
            .route(half, get(sealed::list::show).post(sealed::list::open))
            .route(&format!("{half}/{{dossier}}"), get(sealed::show::show))
            .route(&format!("{half}/{{dossier}}/{{part}}"), post(sealed::show::write))
            .route(&format!("{half}/{{dossier}}/disclosures/{{number}}"), get(sealed::sheet::show))
            .route(&format!("{half}/{{dossier}}/disclosures/{{number}}/key"), post(sealed::show::second_key))
            .route(&format!("{half}/{{dossier}}/disclosures/{{number}}/end"), post(sealed::show::end));
    }
    space
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, PAGE_TIME))
}

/// Serves the pages on a listener. Ends only when the listener fails.
pub async fn serve(listener: tokio::net::TcpListener, router: Router) -> std::io::Result<()> {
    axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>()).await
}

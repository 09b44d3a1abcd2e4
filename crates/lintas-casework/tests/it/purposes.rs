use std::collections::BTreeSet;

use lintas_casework::officer::{self, NewOfficer};
use lintas_casework::{CaseworkError, access, report, signin};
use lintas_model::handling::Purpose;
use lintas_model::record::AccessAct;
use lintas_model::{Language, Role};
use lintas_policy::Action;

use crate::fixture::{Agency, PASSWORD, staffed};

async fn hire(it: &Agency, login: &str, roles: &[Role]) {
    let new = NewOfficer {
        name: login.to_owned(),
        login: login.to_owned(),
        password: PASSWORD.to_owned(),
        roles: roles.iter().copied().collect(),
        language: Language::En,
    };
    officer::enrol(&it.seat("administrator").await, new).await.unwrap();
}

fn new_report() -> report::NewReport {
    report::NewReport { title: "Two men".into(), ..Default::default() }
}

#[tokio::test]
async fn an_officer_who_prosecutes_chooses_for_which_purpose_the_session_acts() {
    let it = staffed("AAA", 230).await;
    hire(&it, "both", &[Role::Officer, Role::Prosecutor]).await;
    let token = signin::sign_in(&it.node, "both", PASSWORD, None).await.unwrap();
    let ctx = signin::session(&it.node, &token).await.unwrap().unwrap();
    assert_eq!(ctx.purpose(), Purpose::Investigation);
    assert_eq!(ctx.purposes(), [Purpose::Investigation, Purpose::Prosecution, Purpose::LegalCooperation]);
    report::add(&ctx, new_report()).await.unwrap();

    signin::act_for(&it.node, &token, Purpose::Prosecution).await.unwrap();
    let ctx = signin::session(&it.node, &token).await.unwrap().unwrap();
    assert_eq!(ctx.purpose(), Purpose::Prosecution);
    let error = report::add(&ctx, new_report()).await.unwrap_err().to_string();
    assert!(error.contains("choose `investigation`"), "{error}");
    let wrong = signin::act_for(&it.node, &token, Purpose::Administration).await.unwrap_err();
    assert!(matches!(wrong, CaseworkError::Invalid { field: "purpose", .. }));
    // Another session of the same officer has its own purpose.
    let other = signin::sign_in(&it.node, "both", PASSWORD, None).await.unwrap();
    let other = signin::session(&it.node, &other).await.unwrap().unwrap();
    assert_eq!(other.purpose(), Purpose::Investigation);

    let audit = access::list(&it.seat("administrator").await, 100, 0).await.unwrap();
    let chosen = audit.iter().find(|item| item.body.act == AccessAct::Purpose).unwrap();
    assert_eq!((chosen.body.purpose, chosen.mark.author), (Purpose::Prosecution, ctx.officer()));
    assert_eq!(chosen.body.detail.as_deref(), Some("investigation"));
}

#[tokio::test]
async fn a_purpose_goes_when_its_role_is_taken_away() {
    let it = staffed("AAA", 231).await;
    hire(&it, "both", &[Role::Officer, Role::Prosecutor]).await;
    let token = signin::sign_in(&it.node, "both", PASSWORD, None).await.unwrap();
    signin::act_for(&it.node, &token, Purpose::Prosecution).await.unwrap();
    let ctx = signin::session(&it.node, &token).await.unwrap().unwrap();
    let admin = it.seat("administrator").await;
    officer::change(&admin, ctx.officer(), BTreeSet::from([Role::Officer]), true).await.unwrap();
    let ctx = signin::session(&it.node, &token).await.unwrap().unwrap();
    assert_eq!((ctx.purpose(), ctx.purposes().len()), (Purpose::Investigation, 1));
}

#[tokio::test]
async fn a_command_acts_for_the_purpose_that_permits_it() {
    let it = staffed("AAA", 232).await;
    hire(&it, "many", &[Role::Analyst, Role::Prosecutor]).await;
    let ctx = it.seat("many").await.for_purpose(Purpose::Prosecution);
    assert!(ctx.permit_own(Action::Import, "import").is_err());
    assert_eq!(ctx.ready_for(Action::Import, "import").purpose(), Purpose::Investigation);
    // Where no purpose helps, none is made up.
    let admin = it.seat("administrator").await;
    assert_eq!(admin.ready_for(Action::Import, "import").purpose(), admin.purpose());
}

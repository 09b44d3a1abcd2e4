//! Protected persons by code. Identity has no place here.

use lintas_model::offence::Offence;
use lintas_model::record::{AgeBand, ProtectedPerson, ProtectionStatus};
use lintas_model::{Body, CaseId, Country, Kind, ObjectId, OperationId};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use crate::item::{self, Item, facts};
use crate::{CaseworkError, Ctx, Result, access, case};

/// A protected person to record.
#[derive(Debug, Clone)]
pub struct NewProtectedPerson {
    /// The case.
    pub case: CaseId,
    /// The code, for example `V-7`.
    pub code: String,
    /// Age band.
    pub age: AgeBand,
    /// Citizenship, when it may be told.
    pub nationality: Option<Country>,
    /// The offence suffered.
    pub offence: Offence,
    /// Where protection stands.
    pub status: ProtectionStatus,
    /// The operation that brings the person to safety.
    pub operation: Option<OperationId>,
}

/// Records a protected person by code.
pub async fn record(ctx: &Ctx, new: NewProtectedPerson) -> Result<ObjectId> {
    let _turn = ctx.node().turn().await;
    let found = case::found(ctx, new.case).await?;
    ctx.require(Action::WriteProtectedPerson, &found.facts).await?;
    let code = new.code.trim().to_uppercase();
    let plain = code.starts_with("V-")
        && code.len() <= 20
        && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if !plain {
        return Err(CaseworkError::invalid("code", "a code is `V-` and a number; never a name or initials"));
    }
    let known =
        item::read::<ProtectedPerson>(ctx, HeldQuery { case: Some(new.case), ..HeldQuery::default() })
            .await?;
    if known.iter().any(|person| person.body.code == code) {
        return Err(CaseworkError::invalid("code", format!("{code} is in use in this case")));
    }
    let object = ObjectId::from(ctx.node().new_id(lintas_model::EntityId::new));
    let person = ProtectedPerson {
        code,
        case: new.case,
        age: new.age,
        nationality: new.nationality,
        offence: new.offence,
        status: new.status,
        support_plan: false,
        operation: new.operation,
    };
    ctx.write_one(ctx.about(found.audience, object, person)).await?;
    Ok(object)
}

/// Says where the protection of a person now stands; only the agency that recorded the person may.
pub async fn protect(ctx: &Ctx, person: ObjectId, status: ProtectionStatus) -> Result<()> {
    let _turn = ctx.node().turn().await;
    let held = ctx.node().newest(Kind::ProtectedPerson, person).await?;
    let held = held.ok_or(CaseworkError::NotFound("protected person"))?;
    ctx.require(Action::WriteProtectedPerson, &facts(ctx.node(), &held.mark)).await?;
    if held.mark.originator != *ctx.node().code() {
        return Err(CaseworkError::invalid("person", "another agency recorded this person"));
    }
    let Body::ProtectedPerson(known) = held.body else {
        return Err(CaseworkError::NotFound("protected person"));
    };
    ctx.write_one(ctx.about(held.mark.audience, person, ProtectedPerson { status, ..known })).await?;
    Ok(())
}

/// Says whether a support plan exists, and nothing of what it says.
pub(crate) async fn say_plan(ctx: &Ctx, person: ObjectId, exists: bool) -> Result<()> {
    let Some(held) = ctx.node().newest(Kind::ProtectedPerson, person).await? else { return Ok(()) };
    match held.body {
        Body::ProtectedPerson(known) if known.support_plan != exists => {
            ctx.require(Action::WriteProtectedPerson, &facts(ctx.node(), &held.mark)).await?;
            let person_now = ProtectedPerson { support_plan: exists, ..known };
            ctx.write_one(ctx.about(held.mark.audience, person, person_now)).await?;
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The protected persons of a case, by code.
pub async fn list(ctx: &Ctx, case: CaseId) -> Result<Vec<Item<ProtectedPerson>>> {
    let all = read(ctx, case).await?;
    access::viewed(ctx, "protected_persons", Some(case.into()), all.len()).await?;
    Ok(all)
}

/// The same for a page that is recorded as a whole.
pub(crate) async fn read(ctx: &Ctx, case: CaseId) -> Result<Vec<Item<ProtectedPerson>>> {
    let query = HeldQuery { case: Some(case), ..HeldQuery::default() };
    let latest = item::owned(ctx, item::read::<ProtectedPerson>(ctx, query).await?);
    let mut all: Vec<_> = latest.into_values().collect();
    all.sort_by_key(|person| {
        let number: u64 = person.body.code.trim_start_matches("V-").parse().unwrap_or(u64::MAX);
        (number, person.body.code.clone())
    });
    Ok(all)
}

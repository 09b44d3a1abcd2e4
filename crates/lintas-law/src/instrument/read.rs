//! Reads an instrument from the text of its file, and says file, line and reason when it cannot.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use lintas_model::offence::Offence;
use lintas_model::{Country, PartialDate};
use serde::Deserialize;
use toml::Spanned;

use super::{
    Coverage, Declaration, DualCriminality, Exclusion, Instrument, InstrumentId, InstrumentKind,
    NationalsRule, Offer, Party, Placed, Status,
};
use crate::error::{FileIssue, line_of};
use crate::hop::ClockRule;
use crate::{Confidence, Day, Fact, Reference, RequestKind};

/// Named lists of what a request contains, so that twenty treaties need not repeat them.
pub type ContentSets = BTreeMap<String, Vec<Fact>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: Spanned<String>,
    name: Spanned<String>,
    short: String,
    kind: InstrumentKind,
    signed: Option<PartialDate>,
    #[serde(default)]
    status: Status,
    in_force: Option<Spanned<PartialDate>>,
    in_force_by: Option<Spanned<Day>>,
    ended: Option<Spanned<PartialDate>>,
    #[serde(default)]
    days_to_force: u32,
    #[serde(default)]
    denunciation_months: u32,
    #[serde(default)]
    open_to: BTreeSet<Country>,
    #[serde(default)]
    open_to_words: String,
    between: Option<Spanned<Vec<Country>>>,
    state: Option<Country>,
    #[serde(default)]
    parties: Vec<Spanned<FileParty>>,
    #[serde(default)]
    covers: Vec<FileCoverage>,
    #[serde(default)]
    offers: Vec<Spanned<FileOffer>>,
    #[serde(default)]
    excludes: Vec<FileExclusion>,
    nationals: Option<Placed<NationalsRule>>,
    extradition_needs_treaty: Option<String>,
    #[serde(default)]
    notes: Vec<String>,
    rank: Option<u8>,
    source: Spanned<String>,
    confidence: Confidence,
    last_checked: Day,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileParty {
    state: Country,
    signed: Option<PartialDate>,
    joined: Option<PartialDate>,
    joined_by: Option<Day>,
    denounced: Option<PartialDate>,
    #[serde(default)]
    declarations: Vec<FileDeclaration>,
    source: Option<String>,
    confidence: Option<Confidence>,
    last_checked: Option<Day>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileDeclaration {
    says: String,
    article: String,
    #[serde(default)]
    closes: BTreeSet<RequestKind>,
    #[serde(default)]
    unclear: BTreeSet<RequestKind>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileCoverage {
    offence: Option<Offence>,
    #[serde(default)]
    through: Vec<InstrumentId>,
    #[serde(default)]
    needs: Vec<Fact>,
    says: String,
    article: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileExclusion {
    request: RequestKind,
    says: String,
    article: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileOffer {
    request: RequestKind,
    article: String,
    says: String,
    rank: Option<u8>,
    contents_as: Option<Spanned<String>>,
    #[serde(default)]
    contents: Vec<Fact>,
    #[serde(default)]
    if_possible: Vec<Fact>,
    language: Option<String>,
    authentication: Option<String>,
    dual_criminality: Option<DualCriminality>,
    penalty_months: Option<u32>,
    nationals: Option<NationalsRule>,
    #[serde(default)]
    clocks: Vec<ClockRule>,
    #[serde(default)]
    skips: Vec<String>,
    #[serde(default)]
    skips_article: String,
    source: Option<String>,
    confidence: Option<Confidence>,
    last_checked: Option<Day>,
}

/// Reads one instrument.
///
/// # Errors
/// When the text is not such a file: with its name, the line and the reason.
pub fn read(file: &str, text: &str, sets: &ContentSets) -> Result<Instrument, FileIssue> {
    let parsed: File = parse(file, text)?;
    let issue = |at: Range<usize>, reason: String| FileIssue {
        file: file.to_owned(),
        line: Some(line_of(text, at.start)),
        reason,
    };
    let id = parsed.id.get_ref().trim();
    if id.is_empty() || !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
        return Err(issue(parsed.id.span(), "an id has small letters, digits and hyphens only".into()));
    }
    if parsed.name.get_ref().trim().is_empty() {
        return Err(issue(parsed.name.span(), "an instrument has a name".into()));
    }
    if parsed.source.get_ref().trim().is_empty() {
        return Err(issue(
            parsed.source.span(),
            "say where this is known from, or that it is not confirmed".into(),
        ));
    }
    let reference = Reference {
        source: parsed.source.get_ref().clone(),
        confidence: parsed.confidence,
        last_checked: parsed.last_checked,
    };
    let own = |source: Option<String>, confidence: Option<Confidence>, last_checked: Option<Day>| Reference {
        confidence: confidence.unwrap_or(reference.confidence),
        last_checked: last_checked.unwrap_or(reference.last_checked),
        source: source.unwrap_or_else(|| reference.source.clone()),
    };
    let in_force = parsed.in_force.as_ref().map(|date| *date.get_ref());
    match (parsed.status, in_force) {
        (Status::InForce, None) => {
            return Err(issue(
                parsed.id.span(),
                "give `in_force`, or `status = \"unknown\"`, or `status = \"not_in_force\"`".into(),
            ));
        }
        (Status::Unknown | Status::NotInForce, Some(_)) => {
            let at = parsed.in_force.as_ref().map_or(parsed.id.span(), Spanned::span);
            return Err(issue(at, "`in_force` contradicts `status`".into()));
        }
        _ => {}
    }
    if let (Some(by), Some(date)) = (&parsed.in_force_by, in_force)
        && *by.get_ref() < Day::first_of(date)
    {
        return Err(issue(by.span(), "`in_force_by` lies before `in_force`".into()));
    }
    if let (Some(ended), Some(date)) = (&parsed.ended, in_force)
        && Day::last_of(*ended.get_ref()) < Day::first_of(date)
    {
        return Err(issue(ended.span(), "it cannot end before it is in force".into()));
    }

    let mut parties = BTreeMap::new();
    for spanned in parsed.parties {
        let at = spanned.span();
        let party = spanned.into_inner();
        let state = party.state;
        check_party(&party).map_err(|reason| issue(at.clone(), reason))?;
        let read = Party {
            signed: party.signed,
            joined: party.joined,
            joined_by: party.joined_by,
            denounced: party.denounced,
            declarations: party
                .declarations
                .into_iter()
                .map(|d| Declaration {
                    says: d.says,
                    article: d.article,
                    closes: d.closes,
                    unclear: d.unclear,
                })
                .collect(),
            reference: own(party.source, party.confidence, party.last_checked),
        };
        if parties.insert(state, read).is_some() {
            return Err(issue(at, format!("{state} stands here twice")));
        }
    }
    let both = |states: &[Country]| -> Vec<(Country, Party)> {
        states
            .iter()
            .map(|state| {
                let party = Party {
                    signed: parsed.signed,
                    joined: in_force.or(parsed.signed),
                    joined_by: parsed.in_force_by.as_ref().map(|by| *by.get_ref()),
                    denounced: None,
                    declarations: Vec::new(),
                    reference: reference.clone(),
                };
                (*state, party)
            })
            .collect()
    };
    match (parsed.kind, &parsed.between, parsed.state) {
        (InstrumentKind::Domestic, None, Some(state)) if parties.is_empty() => {
            parties.extend(both(&[state]));
        }
        (InstrumentKind::Domestic, _, _) => {
            return Err(issue(parsed.id.span(), "a national law names its `state`, and nothing else".into()));
        }
        (_, Some(between), None) if parties.is_empty() => match between.get_ref().as_slice() {
            [one, other] if one != other => parties.extend(both(&[*one, *other])),
            _ => return Err(issue(between.span(), "`between` names two states".into())),
        },
        (_, None, None) if !parties.is_empty() => {}
        _ => return Err(issue(parsed.id.span(), "name either `between` or `parties`".into())),
    }

    let mut offers: Vec<Offer> = Vec::new();
    for spanned in parsed.offers {
        let at = spanned.span();
        let offer = spanned.into_inner();
        if offers.iter().any(|other| other.request == offer.request) {
            return Err(issue(at, format!("`{}` is offered twice", offer.request)));
        }
        let mut contents = Vec::new();
        if let Some(set) = &offer.contents_as {
            let listed = sets.get(set.get_ref());
            contents.extend(listed.ok_or_else(|| {
                issue(set.span(), format!("there is no list of contents called `{}`", set.get_ref()))
            })?);
        }
        contents.extend(&offer.contents);
        let mut seen = BTreeSet::new();
        contents.retain(|fact| seen.insert(*fact));
        offers.push(Offer {
            request: offer.request,
            article: offer.article,
            says: offer.says,
            rank: offer.rank.or(parsed.rank).unwrap_or(parsed.kind.rank()),
            if_possible: offer.if_possible.into_iter().filter(|fact| !seen.contains(fact)).collect(),
            contents,
            language: offer.language,
            authentication: offer.authentication,
            dual_criminality: offer.dual_criminality,
            penalty_months: offer.penalty_months,
            nationals: offer.nationals,
            clocks: offer.clocks,
            skips: offer.skips,
            skips_article: offer.skips_article,
            reference: own(offer.source, offer.confidence, offer.last_checked),
        });
    }
    Ok(Instrument {
        id: InstrumentId(id.to_owned()),
        name: parsed.name.into_inner(),
        short: parsed.short,
        kind: parsed.kind,
        signed: parsed.signed,
        status: parsed.status,
        in_force,
        in_force_by: parsed.in_force_by.map(Spanned::into_inner),
        ended: parsed.ended.map(Spanned::into_inner),
        days_to_force: parsed.days_to_force,
        denunciation_months: parsed.denunciation_months,
        open_to: parsed.open_to,
        open_to_words: parsed.open_to_words,
        parties,
        covers: parsed
            .covers
            .into_iter()
            .map(|c| Coverage {
                offence: c.offence,
                through: c.through,
                needs: c.needs,
                says: c.says,
                article: c.article,
            })
            .collect(),
        offers,
        excludes: parsed
            .excludes
            .into_iter()
            .map(|e| Exclusion { request: e.request, says: e.says, article: e.article })
            .collect(),
        nationals: parsed.nationals,
        extradition_needs_treaty: parsed.extradition_needs_treaty,
        notes: parsed.notes,
        reference,
    })
}

fn check_party(party: &FileParty) -> Result<(), String> {
    let state = party.state;
    if let (Some(signed), Some(joined)) = (party.signed, party.joined)
        && Day::last_of(joined) < Day::first_of(signed)
    {
        return Err(format!("{state} cannot join before it signs"));
    }
    match (party.joined, party.joined_by, party.denounced) {
        (Some(joined), Some(by), _) if by < Day::first_of(joined) => {
            Err(format!("{state}: `joined_by` lies before `joined`"))
        }
        (None, Some(_), _) => Err(format!("{state}: `joined_by` without `joined`")),
        (None, _, Some(_)) => Err(format!("{state} cannot denounce what it did not join")),
        (Some(joined), _, Some(denounced)) if Day::last_of(denounced) < Day::first_of(joined) => {
            Err(format!("{state} cannot denounce before it joins"))
        }
        _ => Ok(()),
    }
}

/// Reads a TOML text into a form, with file, line and reason when it does not fit.
pub(crate) fn parse<T: for<'de> Deserialize<'de>>(file: &str, text: &str) -> Result<T, FileIssue> {
    toml::from_str(text).map_err(|error| FileIssue {
        file: file.to_owned(),
        line: error.span().map(|span| line_of(text, span.start)),
        reason: error.message().trim().replace('\n', "; "),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
id = "ab-extradition"
name = "Extradition treaty"
short = "A-B extradition"
kind = "bilateral"
between = ["TH", "KH"]
in_force = "2001-03"
source = "a gazette"
confidence = "high"
last_checked = "2026-11-24"

[[covers]]
says = "any offence of a year or more"
article = "Art. 2"

[[offers]]
request = "extradition"
article = "Art. 1"
says = "shall surrender"
contents = ["warrant_copy"]
"#;

    fn refuse(text: &str, line: usize, reason: &str) {
        let issue = read("own.toml", text, &ContentSets::new()).unwrap_err();
        assert_eq!((issue.file.as_str(), issue.line), ("own.toml", Some(line)), "{issue}");
        assert!(issue.reason.contains(reason), "{issue}");
    }

    #[test]
    fn a_broken_file_is_refused_with_its_line_and_reason() {
        assert!(read("own.toml", GOOD, &ContentSets::new()).is_ok());
        refuse(&GOOD.replace("2001-03", "2001-13"), 7, "");
        refuse(&GOOD.replace("\"TH\", \"KH\"", "\"TH\", \"TH\""), 6, "two states");
        refuse(&GOOD.replace("\"TH\", \"KH\"", "\"TH\", \"Kampuchea\""), 6, "Kampuchea");
        refuse(&GOOD.replace("warrant_copy", "warrant_coppy"), 20, "warrant_coppy");
        refuse(&GOOD.replace("a gazette", " "), 8, "where this is known from");
        refuse(&GOOD.replace("confidence", "certainty"), 9, "certainty");
        refuse(&GOOD.replace("in_force = \"2001-03\"", "ended = \"2001\""), 2, "in_force");
        refuse(
            &format!("{GOOD}\n[[offers]]\nrequest = \"extradition\"\narticle = \"\"\nsays = \"\"\n"),
            22,
            "twice",
        );
        refuse("id = \"x", 1, "");
    }

    #[test]
    fn a_state_cannot_leave_before_it_joins() {
        let party = "\n[[parties]]\nstate = \"TH\"\njoined = \"2013-10-17\"\ndenounced = \"2012\"\n";
        let text = GOOD
            .replace("between = [\"TH\", \"KH\"]\n", "")
            .replace("kind = \"bilateral\"", "kind = \"multilateral\"")
            + party;
        let issue = read("own.toml", &text, &ContentSets::new()).unwrap_err();
        assert!(issue.reason.contains("cannot denounce before it joins"), "{issue}");
    }
}

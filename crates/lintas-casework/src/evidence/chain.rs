//! The chain of custody: every hand and every act, without a gap, so that a court can believe that a thing is what it was.

use lintas_model::record::{Custody, CustodyAct, Exhibit};

/// A break in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Break {
    /// Nothing is recorded at all.
    Empty,
    /// The chain does not begin with the taking.
    NotTaken,
    /// A link is missing.
    Missing {
        /// Its number.
        number: u32,
    },
    /// Two links bear one number: two agencies wrote at the same time.
    Twice {
        /// The number.
        number: u32,
    },
    /// A link is dated before the one before it.
    Backwards {
        /// Its number.
        number: u32,
    },
    /// It was handed to one and the next act is by another.
    WrongHands {
        /// Number of the act.
        number: u32,
        /// To whom it had been handed.
        expected: String,
    },
    /// The file was found with another hash.
    OtherHash {
        /// Number of the act.
        number: u32,
    },
    /// Something happened after it was given back or destroyed.
    AfterTheEnd {
        /// Number of the act.
        number: u32,
    },
}

impl Break {
    /// The word used in messages.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotTaken => "not_taken",
            Self::Missing { .. } => "missing",
            Self::Twice { .. } => "twice",
            Self::Backwards { .. } => "backwards",
            Self::WrongHands { .. } => "wrong_hands",
            Self::OtherHash { .. } => "other_hash",
            Self::AfterTheEnd { .. } => "after_the_end",
        }
    }

    /// The number of the link concerned; 1 where there is none.
    pub const fn number(&self) -> u32 {
        match self {
            Self::Empty | Self::NotTaken => 1,
            Self::Missing { number }
            | Self::Twice { number }
            | Self::Backwards { number }
            | Self::WrongHands { number, .. }
            | Self::OtherHash { number }
            | Self::AfterTheEnd { number } => *number,
        }
    }
}

/// The breaks in the chain of an exhibit; `links` in any order. Empty when every hand it passed is recorded.
pub fn breaks(exhibit: &Exhibit, links: &[Custody]) -> Vec<Break> {
    let mut links: Vec<&Custody> = links.iter().collect();
    links.sort_by_key(|link| link.number);
    let Some(first) = links.first() else { return vec![Break::Empty] };
    let mut found = Vec::new();
    if first.number == 1 && first.act != CustodyAct::Taken {
        found.push(Break::NotTaken);
    }
    found.extend((1..first.number).map(|number| Break::Missing { number }));
    for pair in links.windows(2) {
        let [before, link] = pair else { continue };
        let number = link.number;
        if number == before.number {
            found.push(Break::Twice { number });
        }
        found.extend((before.number + 1..number).map(|number| Break::Missing { number }));
        // A day known only roughly breaks nothing as long as it can be later.
        if link.on.after() <= before.on.earliest() {
            found.push(Break::Backwards { number });
        }
        if before.act == CustodyAct::Disposed {
            found.push(Break::AfterTheEnd { number });
        }
        if let (CustodyAct::HandedOver, Some(to)) = (before.act, &before.to)
            && !same(to, &link.by)
        {
            found.push(Break::WrongHands { number, expected: to.clone() });
        }
    }
    if let Some(hash) = &exhibit.sha256 {
        let other =
            links.iter().filter(|link| hashes(&link.result).any(|found| !found.eq_ignore_ascii_case(hash)));
        found.extend(other.map(|link| Break::OtherHash { number: link.number }));
    }
    found
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// The words of a text that are SHA-256 hashes.
fn hashes(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| is_sha256(word))
}

/// Whether a text is a SHA-256 hash as people write it: 64 hexadecimal digits.
pub fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use lintas_model::{Country, ExhibitId, PartialDate};
    use proptest::prelude::*;

    use super::*;

    fn exhibit() -> Exhibit {
        Exhibit {
            case: lintas_model::CaseId::from_uuid(Default::default()),
            number: "KH-CIB/1".into(),
            title: "Telephone".into(),
            sha256: Some("ab".repeat(32)),
            taken: day(1),
            origin: String::new(),
            country: Country::KH,
        }
    }

    fn day(day: i8) -> PartialDate {
        PartialDate::day(2017, 3, day).unwrap()
    }

    fn link(number: u32, act: CustodyAct, by: &str, to: Option<&str>, on: i8) -> Custody {
        Custody {
            exhibit: ExhibitId::from_uuid(Default::default()),
            number,
            act,
            by: by.into(),
            to: to.map(Into::into),
            how: String::new(),
            on: day(on),
            result: String::new(),
        }
    }

    fn whole() -> Vec<Custody> {
        vec![
            link(1, CustodyAct::Taken, "Unit 3", None, 1),
            link(2, CustodyAct::HandedOver, "Unit 3", Some("Laboratory"), 2),
            link(3, CustodyAct::Examined, "laboratory ", None, 4),
        ]
    }

    #[test]
    fn a_chain_with_every_hand_is_whole() {
        assert_eq!(breaks(&exhibit(), &whole()), []);
        let reversed: Vec<Custody> = whole().into_iter().rev().collect();
        assert_eq!(breaks(&exhibit(), &reversed), []);
    }

    #[test]
    fn every_kind_of_break_is_named() {
        let check = |links: &[Custody], expected: &[&str]| {
            let found: Vec<&str> = breaks(&exhibit(), links).iter().map(Break::as_str).collect();
            assert_eq!(found, expected);
        };
        let chain = whole();
        check(&[], &["empty"]);
        check(&chain[1..], &["missing"]);
        check(&[chain[0].clone(), chain[2].clone()], &["missing"]);
        check(&[link(1, CustodyAct::Stored, "Unit 3", None, 1)], &["not_taken"]);
        check(
            &[chain.clone(), vec![link(3, CustodyAct::Stored, "Laboratory", None, 4)]].concat(),
            &["twice"],
        );
        check(&[chain[0].clone(), link(2, CustodyAct::Stored, "Unit 3", None, 1)], &[]);
        check(
            &[chain[..2].to_vec(), vec![link(3, CustodyAct::Examined, "Laboratory", None, 1)]].concat(),
            &["backwards"],
        );
        check(
            &[chain[..2].to_vec(), vec![link(3, CustodyAct::Opened, "A stranger", None, 3)]].concat(),
            &["wrong_hands"],
        );
        let found = Custody { result: format!("hash {}", "cd".repeat(32)), ..chain[2].clone() };
        check(&[chain[..2].to_vec(), vec![found]].concat(), &["other_hash"]);
        let good = Custody { result: format!("hash {}", "AB".repeat(32)), ..chain[2].clone() };
        check(&[chain[..2].to_vec(), vec![good]].concat(), &[]);
        let end = link(4, CustodyAct::Disposed, "Laboratory", None, 5);
        let after = link(5, CustodyAct::Copied, "Laboratory", None, 6);
        check(&[chain, vec![end, after]].concat(), &["after_the_end"]);
    }

    proptest! {
        /// Taking any link but the last out of a whole chain breaks it.
        #[test]
        fn a_link_taken_away_is_missed(length in 2..12u32, out in 0..11usize) {
            let chain: Vec<Custody> =
                (1..=length).map(|n| {
                    let act = if n == 1 { CustodyAct::Taken } else { CustodyAct::Stored };
                    link(n, act, "Unit 3", None, i8::try_from(n).unwrap())
                }).collect();
            prop_assert!(breaks(&exhibit(), &chain).is_empty());
            let out = out % (chain.len() - 1);
            let mut less = chain;
            less.remove(out);
            let number = u32::try_from(out).unwrap() + 1;
            let missed = breaks(&exhibit(), &less).contains(&Break::Missing { number });
            prop_assert!(missed);
        }
    }
}

//! The answers for all ordered pairs of the eight states, both offences, three days: a table that a lawyer reads.
//! After a change to the files of the law, read the difference, then write the tables anew with
//! `LINTAS_GOLDEN=write cargo test -p lintas-law golden`.

use std::fs;
use std::path::Path;

use lintas_law::path::markdown;
use lintas_model::offence::Offence;

use super::{TODAY, day, library};

#[test]
fn the_golden_tables_of_treaty_paths_are_as_a_lawyer_read_them() {
    let library = library();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut differing = Vec::new();
    for offence in Offence::ALL {
        for on in ["2010-01-01", "2017-11-16", "2026-06-01"] {
            let name = format!("{offence}-{on}.md");
            let now = markdown(library, offence, day(on), day(TODAY));
            let file = folder.join(&name);
            if std::env::var("LINTAS_GOLDEN").is_ok_and(|how| how == "write") {
                fs::write(&file, &now).unwrap();
                continue;
            }
            let known = fs::read_to_string(&file).unwrap_or_default();
            let changed = known.lines().zip(now.lines()).position(|(a, b)| a != b);
            if known != now {
                let line = changed.unwrap_or(known.lines().count().min(now.lines().count()));
                differing.push(format!("{name} from line {}", line + 1));
            }
        }
    }
    assert!(differing.is_empty(), "read the difference, then write them anew: {differing:?}");
}

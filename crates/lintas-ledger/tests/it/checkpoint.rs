//! Checkpoints as signed notes.

use lintas_ledger::log::{Checkpoint, Note, Tree};
use lintas_ledger::verify::{LogCheck, code};
use lintas_ledger::{Keyring, Signer};

use crate::sample::{agency, sealed, signer};

fn checkpoint(tree: &Tree) -> Checkpoint {
    Checkpoint { agency: agency(), size: tree.size(), root: tree.root() }
}

fn keys() -> Keyring {
    let mut keys = Keyring::new();
    keys.add(agency(), signer().public().clone());
    keys
}

#[test]
fn a_checkpoint_is_a_note_that_its_agency_signed() {
    let checkpoint = checkpoint(&Tree::new());
    let note = checkpoint.sign(&signer());
    assert!(note.starts_with(
        "lintas/KH-CIB\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u{2014} lintas/KH-CIB "
    ));
    assert_eq!(Checkpoint::verify(&note, signer().public()), Ok(checkpoint));
    assert!(Checkpoint::verify(&note, Signer::from_seed(&[9; 32]).public()).is_err());
}

#[test]
fn no_changed_sign_of_a_checkpoint_goes_unseen() {
    let note = checkpoint(&Tree::new()).sign(&signer());
    let key = signer().public().clone();
    for at in 0..note.len() {
        for byte in [b'\n', b' ', b'0', b'A', b'=', b'~'] {
            let mut changed = note.clone().into_bytes();
            if changed[at] == byte {
                continue;
            }
            changed[at] = byte;
            if let Ok(changed) = String::from_utf8(changed) {
                assert!(Checkpoint::verify(&changed, &key).is_err(), "{changed}");
            }
        }
        assert!(!note.is_char_boundary(at) || Checkpoint::verify(&note[..at], &key).is_err());
    }
}

#[test]
fn signatures_by_others_are_kept_and_not_asked_for() {
    let witness = Signer::from_seed(&[9; 32]);
    let (_, mut note) = Checkpoint::parse(&checkpoint(&Tree::new()).sign(&signer())).unwrap();
    note.sign("lintas/TH-DSI", &witness).unwrap();
    let text = note.to_string();
    assert!(Checkpoint::verify(&text, signer().public()).is_ok());
    let read = Note::parse(&text).unwrap();
    assert_eq!(read.signers().collect::<Vec<_>>(), ["lintas/KH-CIB", "lintas/TH-DSI"]);
    read.verify("lintas/TH-DSI", witness.public()).unwrap();
    assert!(read.verify("lintas/LA-ATD", witness.public()).is_err());
    assert!(note.sign("two words", &witness).is_err());
}

#[test]
fn texts_that_are_no_notes_are_refused() {
    for bad in
        ["", "\n\n", "a\n", "a\n\n", "a\n\nb\n", "a\u{1}\n\n\u{2014} n AAAAAAA=\n", "a\n\n\u{2014} n AAAA\n"]
    {
        assert!(Note::parse(bad).is_err(), "{bad:?}");
    }
    assert!(Note::parse(&"a\n".repeat(1 << 16)).is_err());
    for bad in [
        "lintas/kh\n1\nAAAA\n",
        "lintas/KH-CIB\n01\nAAAA\n",
        "lintas/KH-CIB\n-1\nAAAA\n",
        "lintas/KH-CIB\n1\nAAAA\n",
    ] {
        let mut note = Note::new(bad.to_owned()).unwrap();
        note.sign("lintas/KH-CIB", &signer()).unwrap();
        assert!(Checkpoint::parse(&note.to_string()).is_err(), "{bad}");
    }
}

#[test]
fn a_log_is_held_against_all_its_checkpoints() {
    let mut tree = Tree::new();
    let mut notes = vec![checkpoint(&tree).sign(&signer())];
    let leaves: Vec<_> = sealed(12).iter().map(lintas_ledger::Entry::hash).collect();
    for leaf in &leaves {
        tree.append(*leaf);
        notes.push(checkpoint(&tree).sign(&signer()));
    }
    let check = |notes: &[String], leaves: &[lintas_ledger::Hash32]| {
        let mut check = LogCheck::new(&keys(), notes.iter().map(String::as_str));
        check.push(leaves.iter().copied());
        let (_, findings) = check.finish();
        findings.into_iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    assert_eq!(check(&notes, &leaves), [] as [&str; 0]);
    assert_eq!(check(&notes, &leaves[..11]), [code::LOG_SHORT]);
    let mut other = leaves.clone();
    other.swap(10, 11);
    assert_eq!(check(&notes, &other), [code::LOG_ROOT; 2]);
    other[3].0[0] ^= 1;
    assert_eq!(check(&notes, &other), [code::LOG_ROOT; 9]);
    notes[2] = checkpoint(&tree).sign(&Signer::from_seed(&[9; 32]));
    notes[3] = "no note".to_owned();
    assert_eq!(check(&notes, &leaves), [code::CHECKPOINT; 2]);
}

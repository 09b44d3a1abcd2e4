//! Key files and manifests.

use lintas_ledger::keys::{
    KeyFile, KeyFileError, KeyRole, ManifestError, OpeningKey, sign_manifest, verify_manifest,
};
use lintas_ledger::{Keyring, Signer};
use lintas_model::Timestamp;
use lintas_model::entropy::SeededEntropy;
use lintas_model::record::KeyManifest;

use crate::sample::{agency, signer};

pub(crate) fn root() -> Signer {
    Signer::from_seed(&[1; 32])
}

pub(crate) fn manifest() -> KeyManifest {
    let blank = KeyManifest {
        agency: agency(),
        root_key: String::new(),
        node_key: signer().public().to_string(),
        tls_key_sha256: "ab".repeat(32),
        sealing_key: OpeningKey::from_seed(&[6; 32]).public().to_string(),
        valid_from: Timestamp::from_ymd(2017, 3, 1).unwrap(),
        root_signature: String::new(),
    };
    sign_manifest(blank, &root()).unwrap()
}

#[test]
fn a_manifest_is_trusted_under_the_pinned_root_only() {
    let manifest = manifest();
    assert_eq!(verify_manifest(&manifest, Some(root().public())).unwrap(), *signer().public());
    assert!(matches!(
        verify_manifest(&manifest, Some(signer().public())),
        Err(ManifestError::OtherRoot { .. })
    ));
    let mut keys = Keyring::new();
    keys.add_manifest(&manifest, root().public()).unwrap();
    assert_eq!(keys.find(&agency(), signer().id()), Some(signer().public()));
    assert_eq!(keys.find(&agency(), root().id()), None);
}

#[test]
fn no_changed_field_of_a_manifest_goes_unseen() {
    let sound = manifest();
    let stranger = Signer::from_seed(&[9; 32]);
    let changes: [fn(&mut KeyManifest, &Signer); 6] = [
        |m, _| m.agency = lintas_model::AgencyCode::new("TH-DSI").unwrap(),
        |m, s| m.node_key = s.public().to_string(),
        |m, _| m.tls_key_sha256 = "cd".repeat(32),
        |m, _| m.sealing_key = OpeningKey::from_seed(&[60; 32]).public().to_string(),
        |m, _| m.valid_from = m.valid_from.plus_days(1),
        |m, s| m.root_key = s.public().to_string(),
    ];
    for change in changes {
        let mut manifest = sound.clone();
        change(&mut manifest, &stranger);
        assert!(verify_manifest(&manifest, None).is_err(), "{manifest:?}");
    }
}

#[test]
fn key_files_read_back_and_never_serve_another_role() {
    let mut entropy = SeededEntropy::new(3);
    let (node, opening) = (Signer::generate(&mut entropy), OpeningKey::generate(&mut entropy));
    let text = KeyFile::signing(KeyRole::Node, agency(), &node).to_text();
    assert!(text.starts_with("lintas key file v1\nrole: node\nagency: KH-CIB\npublic: "));
    let file: KeyFile = text.parse().unwrap();
    assert_eq!(file.signer(KeyRole::Node).unwrap().public(), node.public());
    assert!(matches!(file.signer(KeyRole::Root), Err(KeyFileError::OtherRole { .. })));
    assert!(file.opening_key().is_err());
    assert!(!format!("{file:?}{node:?}").contains(&hex::encode(*node.seed())), "secrets do not print");

    let text = KeyFile::sealing(agency(), &opening).to_text();
    let file: KeyFile = text.replace('\n', "\r\n").parse().unwrap();
    assert_eq!(file.opening_key().unwrap().public(), opening.public());
    assert!(file.signer(KeyRole::Sealing).is_err());
}

#[test]
fn a_damaged_key_file_is_refused_with_the_line_that_is_wrong() {
    let text = KeyFile::signing(KeyRole::Root, agency(), &root()).to_text();
    let read = |text: &str| text.parse::<KeyFile>().unwrap_err();
    assert_eq!(read(""), KeyFileError::NotAKeyFile);
    assert_eq!(read(&text.replace("KH-CIB", "kh")), KeyFileError::Line("agency"));
    assert_eq!(read(&text.replace("role: root", "role: king")), KeyFileError::Line("role"));
    assert_eq!(read(&text.replace("secret: 01", "secret: 02")), KeyFileError::Damaged);
    assert_eq!(read(&text.replace("secret: 01", "secret: ")), KeyFileError::Line("secret"));
    assert_eq!(read(&format!("{}colour: red\n", *text)), KeyFileError::UnknownLine(6));
    assert_eq!(read(&format!("{}role: root\n", *text)), KeyFileError::Line("role"));
}

//! Strict Ed25519: two nodes never disagree on whether a record is valid.

use ed25519_dalek::Signature;
use lintas_ledger::{Signer, VerifyingKey};
use proptest::prelude::*;

/// The order of the base point, 2^252 + 27742317777372353535851937790883648493, little end first.
const ORDER: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

fn plus(a: &[u8], b: &[u8]) -> [u8; 32] {
    let mut sum = [0; 32];
    let mut carry = 0u16;
    for (place, digit) in sum.iter_mut().enumerate() {
        carry += u16::from(a[place]) + u16::from(b[place]);
        *digit = carry as u8;
        carry >>= 8;
    }
    sum
}

/// Decides as the library's strict check does, and answers what both say.
fn verdict(key: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> bool {
    let theirs = ed25519_dalek::VerifyingKey::from_bytes(key)
        .is_ok_and(|key| key.verify_strict(message, &Signature::from_bytes(signature)).is_ok());
    let ours = VerifyingKey::from_bytes(key).is_ok_and(|key| key.verify(message, signature));
    assert_eq!(ours, theirs, "key {key:02x?} signature {signature:02x?}");
    ours
}

#[test]
fn a_second_spelling_of_s_is_refused() {
    let signer = Signer::from_seed(&[3; 32]);
    let sound = signer.sign(b"evidence");
    assert!(verdict(signer.public().as_bytes(), b"evidence", &sound));
    let mut malleable = sound;
    malleable[32..].copy_from_slice(&plus(&sound[32..], &ORDER));
    assert!(!verdict(signer.public().as_bytes(), b"evidence", &malleable));
    for high in [0x20, 0x40, 0x80] {
        let mut changed = sound;
        changed[63] |= high;
        assert!(!verdict(signer.public().as_bytes(), b"evidence", &changed));
    }
}

fn small_order() -> Vec<[u8; 32]> {
    let mut points = Vec::new();
    for (first, middle, last) in
        [(1, 0, 0), (0, 0, 0), (0xec, 0xff, 0x7f), (0xed, 0xff, 0x7f), (0xee, 0xff, 0x7f)]
    {
        for sign in [0, 0x80] {
            let mut point = [middle; 32];
            (point[0], point[31]) = (first, last | sign);
            points.push(point);
        }
    }
    for eight in [
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    ] {
        let mut point = [0; 32];
        hex::decode_to_slice(eight, &mut point).unwrap();
        points.push(point);
        point[31] ^= 0x80;
        points.push(point);
    }
    points
}

#[test]
fn nobody_can_sign_for_a_key_of_small_order() {
    // With such a key, R = any point of small order and S = 0 satisfy the equation for many messages.
    for key in small_order() {
        assert!(VerifyingKey::from_bytes(&key).is_err(), "{key:02x?}");
        for r in small_order() {
            let mut signature = [0; 64];
            signature[..32].copy_from_slice(&r);
            for message in 0..16u8 {
                assert!(!verdict(&key, &[message], &signature));
            }
        }
    }
}

#[test]
fn an_r_of_small_order_or_of_a_second_spelling_is_refused() {
    let signer = Signer::from_seed(&[4; 32]);
    let sound = signer.sign(b"evidence");
    for r in small_order() {
        let mut changed = sound;
        changed[..32].copy_from_slice(&r);
        assert!(!verdict(signer.public().as_bytes(), b"evidence", &changed));
    }
}

#[test]
fn zeros_are_no_signature() {
    let signer = Signer::from_seed(&[5; 32]);
    assert!(!verdict(signer.public().as_bytes(), b"", &[0; 64]));
}

#[test]
fn the_empty_message_of_rfc_8032_signs_as_there() {
    // RFC 8032 section 7.1, test 1.
    let mut seed = [0; 32];
    hex::decode_to_slice("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", &mut seed)
        .unwrap();
    let signer = Signer::from_seed(&seed);
    assert_eq!(
        signer.public().to_string(),
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    );
    assert!(verdict(signer.public().as_bytes(), b"", &signer.sign(b"")));
}

proptest! {
    #[test]
    fn our_check_decides_as_the_strict_one_of_the_library(
        seed in any::<[u8; 32]>(),
        message in proptest::collection::vec(any::<u8>(), 0..80),
        at in 0usize..64,
        byte in any::<u8>(),
    ) {
        let signer = Signer::from_seed(&seed);
        let mut signature = signer.sign(&message);
        prop_assert!(verdict(signer.public().as_bytes(), &message, &signature));
        let changed = signature[at] != byte;
        signature[at] = byte;
        prop_assert_eq!(verdict(signer.public().as_bytes(), &message, &signature), !changed);
    }

    #[test]
    fn random_keys_and_signatures_are_judged_alike(
        key in any::<[u8; 32]>(),
        r in any::<[u8; 32]>(),
        s in any::<[u8; 32]>(),
    ) {
        let mut signature = [0; 64];
        signature[..32].copy_from_slice(&r);
        signature[32..].copy_from_slice(&s);
        verdict(&key, b"evidence", &signature);
    }
}

//! The side that asks: items are blinded, answers are checked and unblinded.

use curve25519_dalek::ristretto::RistrettoPoint;
use curve25519_dalek::scalar::Scalar;
use curve25519_dalek::traits::IsIdentity as _;
use rayon::prelude::*;
use sha2::{Digest as _, Sha512};
use zeroize::Zeroizing;

use crate::holder::{Evaluation, PublicKey};
use crate::suite::{BATCH, ELEMENT_BYTES, MOST_ITEMS, decode, encode_doubled, finish, hash_to_group};
use crate::{HitError, Item, Tag, proof};

/// A question: its items, and the secret from which blinds and salts are drawn. Whoever has the secret can unblind, so it
/// stays in the asker's own feed.
pub struct Question<'a> {
    items: &'a [Item],
    secret: &'a [u8; 32],
}

/// What an answer that was checked says: the tag of each item, in their order.
pub type Answered = Vec<Tag>;

impl<'a> Question<'a> {
    /// A question of some items with a fresh secret.
    pub fn new(items: &'a [Item], secret: &'a [u8; 32]) -> Result<Self, HitError> {
        if items.is_empty() || items.len() > MOST_ITEMS {
            return Err(HitError::Count(items.len()));
        }
        if let Some(at) = items.iter().position(|item| item.to_bytes().len() > usize::from(u16::MAX)) {
            return Err(HitError::Item(at));
        }
        Ok(Self { items, secret })
    }

    /// The blinded points to send, [`ELEMENT_BYTES`] each: uniformly random to whoever lacks the secret.
    pub fn blinded(&self) -> Result<Vec<u8>, HitError> {
        let blinds: Vec<Scalar> = (0..self.items.len()).map(|at| self.blind(at)).collect();
        blinded_with(self.items, &blinds)
    }

    /// The salt by which the commitment to an item cannot be guessed.
    pub fn salt(&self, at: usize) -> [u8; 32] {
        let drawn = self.draw(b"lintas hit salt v1", at);
        let mut salt = [0; 32];
        salt.copy_from_slice(&drawn[..32]);
        salt
    }

    /// Checks an answer against the key that the holder has committed to, and unblinds it.
    pub fn read(&self, key: &PublicKey, answer: &Evaluation) -> Result<Answered, HitError> {
        let blinds: Vec<Scalar> = (0..self.items.len()).map(|at| self.blind(at)).collect();
        let outputs = read_with(self.items, &blinds, key, &answer.evaluated, &answer.proof)?;
        Ok(outputs.iter().map(Tag::of).collect())
    }

    fn blind(&self, at: usize) -> Scalar {
        Scalar::from_bytes_mod_order_wide(&self.draw(b"lintas hit blind v1", at))
    }

    fn draw(&self, what: &[u8], at: usize) -> Zeroizing<[u8; 64]> {
        let mut hash = Sha512::new();
        hash.update(what);
        hash.update(self.secret);
        hash.update((at as u64).to_be_bytes());
        Zeroizing::new(hash.finalize().into())
    }
}

/// `Blind` (RFC 9497, 3.3.1) for many items.
pub(crate) fn blinded_with(items: &[Item], blinds: &[Scalar]) -> Result<Vec<u8>, HitError> {
    let chunks: Vec<Result<Vec<u8>, HitError>> = items
        .par_chunks(BATCH)
        .zip(blinds.par_chunks(BATCH))
        .enumerate()
        .map(|(chunk, (items, blinds))| {
            let mut halves = Vec::with_capacity(items.len());
            for (at, (item, blind)) in items.iter().zip(blinds).enumerate() {
                let point = hash_to_group(&item.to_bytes());
                if point.is_identity() {
                    return Err(HitError::Item(chunk * BATCH + at));
                }
                halves.push(point * blind.div_by_2());
            }
            Ok(encode_doubled(&halves).into_iter().flat_map(|element| element.to_bytes()).collect())
        })
        .collect();
    let mut blinded = Vec::with_capacity(items.len() * ELEMENT_BYTES);
    for chunk in chunks {
        blinded.extend(chunk?);
    }
    Ok(blinded)
}

/// `Finalize` (RFC 9497, 3.3.2) for many items: the proof first, then the outputs.
pub(crate) fn read_with(
    items: &[Item],
    blinds: &[Scalar],
    key: &PublicKey,
    evaluated: &[u8],
    proof: &[u8],
) -> Result<Vec<[u8; 64]>, HitError> {
    let found = evaluated.len() / ELEMENT_BYTES;
    if found != items.len() || !evaluated.len().is_multiple_of(ELEMENT_BYTES) {
        return Err(HitError::Answers { asked: items.len(), found });
    }
    let points = decode(evaluated)?;
    let own_bytes = blinded_with(items, blinds)?;
    let own = decode(&own_bytes)?;
    if !proof::holds(key, &key.point()?, (&own_bytes, &own), (evaluated, &points), proof) {
        return Err(HitError::Proof);
    }
    let mut inverses = blinds.to_vec();
    if inverses.contains(&Scalar::ZERO) {
        return Err(HitError::Item(0));
    }
    Scalar::invert_batch_alloc(&mut inverses);
    Ok(items
        .par_chunks(BATCH)
        .zip(points.par_chunks(BATCH))
        .zip(inverses.par_chunks(BATCH))
        .flat_map_iter(|((items, points), inverses)| {
            let halves: Vec<RistrettoPoint> =
                points.iter().zip(inverses).map(|(point, inverse)| point * inverse.div_by_2()).collect();
            let outputs: Vec<[u8; 64]> = items
                .iter()
                .zip(encode_doubled(&halves))
                .map(|(item, element)| finish(&item.to_bytes(), &element))
                .collect();
            outputs
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::holder::HolderKey;
    use lintas_model::record::ItemKind;

    fn bytes(hex: &str) -> Vec<u8> {
        hex::decode(hex).unwrap()
    }

    fn scalar(hex: &str) -> Scalar {
        Scalar::from_canonical_bytes(bytes(hex).try_into().unwrap()).unwrap()
    }

    /// RFC 9497, appendix A.1.2: ristretto255-SHA512, mode VOPRF.
    #[test]
    fn the_vectors_of_the_standard_are_met() {
        let key = HolderKey::derive(&[0xa3; 32], b"test key");
        assert_eq!(
            key.secret_bytes().to_vec(),
            bytes("e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909")
        );
        assert_eq!(
            key.public().to_string(),
            "c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e"
        );
        let first = "64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706";
        let second = "222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e";
        let outputs = [
            "b58cfbe118e0cb94d79b5fd6a6dafb98764dff49c14e1770b566e42402da1a7da4d8527693914139caee5bd03903af43a491351d23b430948dd50cde10d32b3c",
            "8a9a2f3c7f085b65933594309041fc1898d42d0858e59f90814ae90571a6df60356f4610bf816f27afdd84f47719e480906d27ecd994985890e5f539e7ea74b6",
        ];
        let [short, long] = [vec![0x00], vec![0x5a; 17]];
        let check = |inputs: &[&Vec<u8>],
                     blinds: &[&str],
                     blinded: &[&str],
                     evaluated: &[&str],
                     nonce: &str,
                     proof: &str,
                     output: &[&str]| {
            let items: Vec<Item> = inputs.iter().map(|bytes| Item::raw(bytes)).collect();
            let blinds: Vec<Scalar> = blinds.iter().map(|hex| scalar(hex)).collect();
            let sent = blinded_with(&items, &blinds).unwrap();
            assert_eq!(sent, bytes(&blinded.concat()));
            let answer = key.answer_with(&sent, &scalar(nonce)).unwrap();
            assert_eq!(answer.evaluated, bytes(&evaluated.concat()));
            assert_eq!(answer.proof.to_vec(), bytes(proof));
            let read = read_with(&items, &blinds, key.public(), &answer.evaluated, &answer.proof).unwrap();
            assert_eq!(read.concat(), bytes(&output.concat()));
            let own: Vec<Tag> = read.iter().map(Tag::of).collect();
            assert_eq!(key.tags(&items), own);
        };
        check(
            &[&short],
            &[first],
            &["863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945"],
            &["aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e"],
            "222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e",
            "ddef93772692e535d1a53903db24367355cc2cc78de93b3be5a8ffcc6985dd066d4346421d17bf5117a2a1ff0fcb2a759f58a539dfbe857a40bce4cf49ec600d",
            &outputs[..1],
        );
        check(
            &[&long],
            &[first],
            &["cc0b2a350101881d8a4cba4c80241d74fb7dcbfde4a61fde2f91443c2bf9ef0c"],
            &["60a59a57208d48aca71e9e850d22674b611f752bed48b36f7a91b372bd7ad468"],
            "222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e",
            "401a0da6264f8cf45bb2f5264bc31e109155600babb3cd4e5af7d181a2c9dc0a67154fabf031fd936051dec80b0b6ae29c9503493dde7393b722eafdf5a50b02",
            &outputs[1..],
        );
        check(
            &[&short, &long],
            &[first, second],
            &[
                "863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945",
                "90a0145ea9da29254c3a56be4fe185465ebb3bf2a1801f7124bbbadac751e654",
            ],
            &[
                "aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e",
                "cc5ac221950a49ceaa73c8db41b82c20372a4c8d63e5dded2db920b7eee36a2a",
            ],
            "419c4f4f5052c53c45f3da494d2b67b220d02118e0857cdbcf037f9ea84bbe0c",
            "cc203910175d786927eeb44ea847328047892ddf8590e723c37205cb74600b0a5ab5337c8eb4ceae0494c2cf89529dcf94572ed267473d567aeed6ab873dee08",
            &outputs,
        );
    }

    #[test]
    fn a_question_looks_different_each_time_and_gives_the_same_tags() {
        let items = [Item::new(ItemKind::Phone, "+66812345678"), Item::new(ItemKind::Plate, "กท1234")];
        let key = HolderKey::derive(&[1; 32], b"a");
        let (one, two) = ([7; 32], [8; 32]);
        let (one, two) = (Question::new(&items, &one).unwrap(), Question::new(&items, &two).unwrap());
        assert_ne!(one.blinded().unwrap(), two.blinded().unwrap());
        let mut entropy = lintas_model::entropy::SeededEntropy::new(3);
        let first = key.answer(&one.blinded().unwrap(), &mut entropy).unwrap();
        let second = key.answer(&two.blinded().unwrap(), &mut entropy).unwrap();
        assert_ne!(first.evaluated, second.evaluated);
        assert_eq!(one.read(key.public(), &first), two.read(key.public(), &second));
        assert_eq!(one.read(key.public(), &first).unwrap(), key.tags(&items));
    }
}

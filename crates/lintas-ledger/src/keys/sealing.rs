//! Keys for what only one node may open: X-Wing (ML-KEM-768 with X25519), so that a bundle copied today stays closed
//! when large quantum computers come.

use std::fmt;
use std::str::FromStr;

use hpke::kem::XWing;
use hpke::{Deserializable, Kem, Serializable};
use lintas_model::Entropy;
use zeroize::Zeroizing;

use super::signing::{KeyError, KeyId};

const PUBLIC_SIZE: usize = 1216;

/// The public key to which bundles are sealed.
#[derive(Clone, PartialEq, Eq)]
pub struct SealingKey(pub(crate) <XWing as Kem>::PublicKey);

impl SealingKey {
    /// Reads a key from its 1216 bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyError> {
        if bytes.len() != PUBLIC_SIZE {
            return Err(KeyError::NotHex(PUBLIC_SIZE * 2));
        }
        <XWing as Kem>::PublicKey::from_bytes(bytes).map(Self).map_err(|_| KeyError::Unsound)
    }

    /// The key as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.to_bytes().to_vec()
    }

    /// The key's id.
    pub fn id(&self) -> KeyId {
        KeyId::of(&self.to_bytes())
    }
}

impl fmt::Display for SealingKey {
    /// Lower-case hexadecimal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.to_bytes()))
    }
}

impl fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealingKey({})", self.id())
    }
}

impl FromStr for SealingKey {
    type Err = KeyError;
    fn from_str(text: &str) -> Result<Self, KeyError> {
        Self::from_bytes(&hex::decode(text).map_err(|_| KeyError::NotHex(PUBLIC_SIZE * 2))?)
    }
}

/// The secret key that opens what is sealed to this node.
#[derive(Clone)]
pub struct OpeningKey {
    pub(crate) secret: <XWing as Kem>::PrivateKey,
    public: SealingKey,
}

impl OpeningKey {
    /// From the 32 bytes of the X-Wing decapsulation key.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        // Any 32 bytes are an X-Wing decapsulation key; the type only checks the length.
        let secret = <XWing as Kem>::PrivateKey::from_bytes(seed).expect("a seed of 32 bytes");
        let public = SealingKey(XWing::sk_to_pk(&secret));
        Self { secret, public }
    }

    /// A new key.
    pub fn generate(entropy: &mut dyn Entropy) -> Self {
        let mut seed = Zeroizing::new([0; 32]);
        entropy.fill(&mut *seed);
        Self::from_seed(&seed)
    }

    /// The secret key, for its key file and nothing else.
    pub fn seed(&self) -> Zeroizing<[u8; 32]> {
        let mut seed = Zeroizing::new([0; 32]);
        self.secret.write_exact(&mut *seed);
        seed
    }

    /// The public key.
    pub fn public(&self) -> &SealingKey {
        &self.public
    }
}

impl fmt::Debug for OpeningKey {
    /// The public key only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OpeningKey({})", self.public.id())
    }
}

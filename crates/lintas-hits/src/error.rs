//! Why a message of the protocol is refused.

/// What is wrong with a question, an answer or a set. Each is a reason to refuse the whole message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HitError {
    /// The bytes are not a whole number of elements.
    #[error("could not read the points: {0} bytes are no whole number of points")]
    Length(usize),
    /// More items than a proof can speak of, or none.
    #[error("could not take {0} items: ask for at least one and at most {most}", most = crate::MOST_ITEMS)]
    Count(usize),
    /// Bytes that are no canonical encoding of an element (RFC 9496, 4.3.1).
    #[error("could not read point {0}: its bytes are no element of the group")]
    NotAPoint(usize),
    /// The identity element, which would give the key away or hide a question (RFC 9497, 2.1).
    #[error("could not accept point {0}: it is the identity element")]
    Identity(usize),
    /// Another number of answers than of questions.
    #[error("could not use an answer of {found} points to a question of {asked}")]
    Answers {
        /// Points asked.
        asked: usize,
        /// Points answered.
        found: usize,
    },
    /// The key that the answer commits to is none.
    #[error("could not read the public key of the answer")]
    Key,
    /// The proof does not hold: the answer was not made with the key that the holder has committed to.
    #[error("could not accept the answer: its proof does not fit the key that the holder has committed to")]
    Proof,
    /// An item that is too long for the protocol or maps to no usable point.
    #[error("could not ask for item {0}: it is too long")]
    Item(usize),
    /// A set that does not read.
    #[error("could not read the set of tags: {0}")]
    Set(&'static str),
}

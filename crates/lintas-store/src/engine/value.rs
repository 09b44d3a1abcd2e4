//! Values that are bound to statements, whatever the engine.

use lintas_model::{
    AgencyCode, AudienceId, CaseId, CommitmentId, EntityId, ImportId, ObjectId, OfficerId, OperationId,
    RecordId, ReleaseId, ReportId, RoundId, TaskId, Timestamp, WarrantId, WorkshopId,
};
use uuid::Uuid;

/// A value bound to a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// A whole number, an instant in milliseconds, or 0 and 1 for no and yes.
    Number(Option<i64>),
    /// Text.
    Text(Option<String>),
    /// Bytes and ids.
    Bytes(Option<Vec<u8>>),
}

macro_rules! values {
    ($($from:ty => $variant:ident($text:ident: $value:expr);)*) => {$(
        impl From<$from> for Value {
            fn from($text: $from) -> Self {
                Self::$variant(Some($value))
            }
        }
        impl From<Option<$from>> for Value {
            fn from(value: Option<$from>) -> Self {
                Self::$variant(value.map(|$text| $value))
            }
        }
    )*};
}

values! {
    i64 => Number(value: value);
    u32 => Number(value: i64::from(value));
    u64 => Number(value: i64::try_from(value).unwrap_or(i64::MAX));
    usize => Number(value: i64::try_from(value).unwrap_or(i64::MAX));
    bool => Number(value: i64::from(value));
    Timestamp => Number(value: value.as_millis());
    &str => Text(value: value.to_owned());
    String => Text(value: value);
    &AgencyCode => Text(value: value.as_str().to_owned());
    Vec<u8> => Bytes(value: value);
    &[u8] => Bytes(value: value.to_vec());
    Uuid => Bytes(value: value.as_bytes().to_vec());
    RecordId => Bytes(value: value.uuid().as_bytes().to_vec());
    ObjectId => Bytes(value: value.uuid().as_bytes().to_vec());
    OfficerId => Bytes(value: value.uuid().as_bytes().to_vec());
    AudienceId => Bytes(value: value.uuid().as_bytes().to_vec());
    CaseId => Bytes(value: value.uuid().as_bytes().to_vec());
    ReportId => Bytes(value: value.uuid().as_bytes().to_vec());
    EntityId => Bytes(value: value.uuid().as_bytes().to_vec());
    TaskId => Bytes(value: value.uuid().as_bytes().to_vec());
    WarrantId => Bytes(value: value.uuid().as_bytes().to_vec());
    OperationId => Bytes(value: value.uuid().as_bytes().to_vec());
    RoundId => Bytes(value: value.uuid().as_bytes().to_vec());
    WorkshopId => Bytes(value: value.uuid().as_bytes().to_vec());
    CommitmentId => Bytes(value: value.uuid().as_bytes().to_vec());
    ReleaseId => Bytes(value: value.uuid().as_bytes().to_vec());
    ImportId => Bytes(value: value.uuid().as_bytes().to_vec());
}

/// Binds a list of different things: `values![feed.agency, feed.audience, 3_i64]`.
macro_rules! values_of {
    ($($value:expr),* $(,)?) => { vec![$($crate::engine::Value::from($value)),*] };
}
pub(crate) use values_of;

//! An INTERPOL notice or diffusion that an agency asks for, on a person whom a warrant seeks.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::words::words;
use crate::{Country, WarrantId};

words! {
    /// The colour of a notice, which says what it is for.
    NoticeColour {
        /// Locate and arrest provisionally, pending extradition.
        Red = "red",
        /// More information on identity, location or activities.
        Blue = "blue",
        /// Warning of criminal activity.
        Green = "green",
        /// Missing, or unable to say who they are.
        Yellow = "yellow",
        /// An unidentified body.
        Black = "black",
        /// An imminent threat.
        Orange = "orange",
        /// Ways of working, objects, concealment.
        Purple = "purple",
        /// Assets.
        Silver = "silver",
    }

    /// By which way it goes out.
    NoticeChannel {
        /// A notice, published by the General Secretariat.
        Notice = "notice",
        /// A diffusion, sent by the national central bureau itself to the states it names.
        Diffusion = "diffusion",
    }

    /// The language in which its form is written.
    WorkingLanguage {
        /// English.
        En = "en",
        /// French.
        Fr = "fr",
        /// Spanish.
        Es = "es",
        /// Arabic.
        Ar = "ar",
    }
}

/// A notice or diffusion is asked for; described anew when it changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeRequest {
    /// The warrant on which it rests.
    pub warrant: WarrantId,
    /// Its colour.
    pub colour: NoticeColour,
    /// By which way.
    pub channel: NoticeChannel,
    /// The states to which a diffusion goes; empty for a notice, which goes to all.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub to: BTreeSet<Country>,
    /// The language of its form.
    pub language: WorkingLanguage,
    /// The agency's reference.
    #[serde(default)]
    pub reference: String,
}

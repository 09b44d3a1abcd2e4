//! The syllables that may start at a position of a Thai word.
//!
//! Thai marks neither syllable ends nor all vowels, so every rule here only proposes an edge with a cost; the lattice
//! decides. The costs say which spelling habit is more usual in names: a written vowel before an unwritten one, a closed
//! syllable before an open one, a stop said twice (ณัฐพล nat-tha-phon) before a sonorant said twice.

use super::letters::*;
use crate::scripts::lattice::{Edge, Piece};

const OPEN: f32 = 1.0;
const CLOSED: f32 = 0.9;
const UNWRITTEN_O: f32 = 1.35;
const FINAL_RO: f32 = 1.4;
const UNWRITTEN_A: f32 = 1.4;
const UNWRITTEN_A_BEFORE_SONORANT: f32 = 1.3;
const UNWRITTEN_A_AT_END: f32 = 2.8;
const UNWRITTEN_O_BEFORE_RO: f32 = 1.7;
const CLUSTER: f32 = -0.2;
const SILENT_HO: f32 = -0.6;
const LEADING: f32 = 0.9;
const LINKED_STOP: f32 = 1.2;
const LINKED_LEARNED: f32 = 0.55;
const UNLINKED_LEARNED: f32 = 0.6;
const LINKED_SONORANT: f32 = 1.75;
const SAID_TWICE_SHORT: f32 = 0.3;
const SAID_TWICE_LONG: f32 = 1.6;
const SILENT_TAIL: f32 = 0.6;
const SILENT_EXTRA: f32 = 0.9;
const FINAL_AFTER_SILENT: f32 = 0.8;
const STRAY: f32 = 4.0;

/// Adds every edge that starts at `at`.
pub(super) fn edges(word: &[Letter], at: usize, register: Register, out: &mut Vec<Edge>) {
    let syllables = Syllables { word, register };
    let letter = syllables.letter(at);
    if is_consonant(letter) {
        syllables.silent_run(at, out);
        syllables.with_consonant_first(at, out);
    } else if stands_before(letter) {
        syllables.with_vowel_first(at, out);
    } else if letter == RU || letter == LU {
        syllables.with_ru(Onset { said: Piece::EMPTY, end: at, cost: 0.0 }, at, out);
    }
    let free = letter == 0 || letter == THANTHAKHAT || letter == 0x2f || letter == 0x46;
    out.push(Edge { to: at + 1, piece: Piece::EMPTY, cost: if free { 0.0 } else { STRAY } });
}

/// The head of a syllable: its sound, where it ends, what choosing it costs.
#[derive(Clone, Copy)]
struct Onset {
    said: Piece,
    end: usize,
    cost: f32,
}

/// Vowel length decides whether a final is said again before the next vowel.
#[derive(Clone, Copy, PartialEq)]
enum Length {
    Short,
    Long,
}
use Length::{Long, Short};

struct Syllables<'a> {
    word: &'a [Letter],
    register: Register,
}

impl Syllables<'_> {
    fn letter(&self, at: usize) -> Letter {
        self.word.get(at).copied().unwrap_or(0)
    }

    fn initial(&self, at: usize) -> &'static str {
        initial(self.letter(at), self.register)
    }

    fn silenced(&self, at: usize) -> Option<usize> {
        silenced(self.word, at)
    }

    /// The letter at `at` has no vowel sign of its own and is not silenced.
    fn is_bare(&self, at: usize) -> bool {
        let next = self.letter(at + 1);
        !follows_consonant(next) && next != THANTHAKHAT
    }

    fn final_sound(&self, at: usize) -> Option<&'static str> {
        if self.is_bare(at) { last(self.letter(at), self.register) } else { None }
    }

    /// Silenced letters, with the stops left of them that nothing else can say: จัน-ทร์, ลัก-ษณ์, ศาส-ตร์.
    fn silent_run(&self, at: usize, out: &mut Vec<Edge>) {
        let shown = |at: usize| match self.register {
            Register::Spoken => "",
            Register::Foreign => last(self.letter(at), Register::Foreign).unwrap_or(self.initial(at)),
        };
        if let Some(end) = self.silenced(at) {
            out.push(Edge { to: end, piece: Piece::join(&[shown(at)]), cost: 0.0 });
        } else if at > 0
            && is_consonant(self.letter(at - 1))
            && is_stop(self.letter(at))
            && let Some(end) = self.silenced(at + 1)
        {
            out.push(Edge { to: end, piece: Piece::join(&[shown(at), shown(at + 1)]), cost: SILENT_EXTRA });
        }
    }

    fn with_consonant_first(&self, at: usize, out: &mut Vec<Edge>) {
        let single = Onset { said: Piece::join(&[self.initial(at)]), end: at + 1, cost: 0.0 };
        let next = self.letter(at + 1);
        if next == RU || next == LU {
            self.with_ru(single, at + 1, out);
            return;
        }
        if follows_consonant(next) {
            self.with_written_vowel(single, out);
            return;
        }
        self.with_unwritten_vowel(at, single, out);
        if is_consonant(next) {
            self.pairs(at, |onset| {
                if follows_consonant(self.letter(onset.end)) {
                    self.with_written_vowel(onset, out);
                } else if self.letter(onset.end) == RU {
                    self.with_ru(onset, onset.end, out);
                } else {
                    self.after_bare_onset(onset, out);
                }
            });
        }
    }

    /// The ways to say the consonants at `at` and `at + 1` before one vowel.
    fn pairs(&self, at: usize, mut say: impl FnMut(Onset)) {
        let end = at + 2;
        let both = Piece::join(&[self.initial(at), self.initial(at + 1)]);
        match pair(self.letter(at), self.letter(at + 1)) {
            Some(Pair::Cluster) => say(Onset { said: both, end, cost: CLUSTER }),
            Some(Pair::LoanCluster) => say(Onset { said: both, end, cost: 0.9 }),
            Some(Pair::SecondSilent) => {
                let cost = if self.letter(end) == SARA_II { 0.2 } else { 1.5 };
                say(Onset { said: Piece::join(&[self.initial(at)]), end, cost });
            }
            Some(Pair::FirstSilent) => {
                let cost = if self.letter(at + 1) == WO_WAEN { 0.0 } else { SILENT_HO };
                say(Onset { said: Piece::join(&[self.initial(at + 1)]), end, cost });
            }
            Some(Pair::SaAndThr) => {
                say(Onset { said: both, end, cost: 0.2 });
                say(Onset { said: Piece::join(&["s"]), end, cost: 0.5 });
            }
            None => {}
        }
    }

    /// เ แ โ ใ ไ: the vowel is written before its consonant and jumps over a leading one (เสถียร sa-thian).
    fn with_vowel_first(&self, at: usize, out: &mut Vec<Edge>) {
        let vowel = self.letter(at);
        if !is_consonant(self.letter(at + 1)) {
            return;
        }
        let single = Onset { said: Piece::join(&[self.initial(at + 1)]), end: at + 2, cost: 0.0 };
        self.around(vowel, single, out);
        if is_consonant(self.letter(at + 2)) {
            self.pairs(at + 1, |onset| self.around(vowel, onset, out));
            let leading = Piece::join(&[self.initial(at + 1), "a", self.initial(at + 2)]);
            let cost = if is_sonorant(self.letter(at + 2)) { LEADING } else { LEADING + 0.5 };
            self.around(vowel, Onset { said: leading, end: at + 3, cost }, out);
        }
    }

    fn around(&self, vowel: Letter, onset: Onset, out: &mut Vec<Edge>) {
        let at = onset.end;
        let next = self.letter(at);
        let bare = self.is_bare(at);
        let foreign = self.register == Register::Foreign;
        match vowel {
            SARA_E => match next {
                TAIKHU if self.letter(at + 1) == WO_WAEN => self.said(onset, "eo", at + 2, CLOSED, out),
                TAIKHU => self.open_or_closed(onset, "e", at + 1, Short, out),
                SARA_I => {
                    let vowel = if foreign { "e" } else { "oe" };
                    // A cluster with ว does not go with this vowel: เควิน is ke-win.
                    let onset = if self.letter(at - 1) == WO_WAEN { onset.with(1.0) } else { onset };
                    self.closed(onset, vowel, at + 1, Long, out);
                    self.said(onset, vowel, at + 1, OPEN + 0.8, out);
                }
                SARA_II if self.letter(at + 1) == YO_YAK => {
                    self.diphthong(onset, "ia", WO_WAEN, "iao", at + 2, out)
                }
                SARA_UEE if self.letter(at + 1) == O_ANG => {
                    self.diphthong(onset, "uea", YO_YAK, "ueai", at + 2, out)
                }
                SARA_II => self.open_or_closed(onset, "i", at + 1, Long, out),
                SARA_UEE => self.open_or_closed(onset, "ue", at + 1, Long, out),
                SARA_AA if self.letter(at + 1) == SARA_A => self.said(onset, "o", at + 2, CLOSED, out),
                SARA_AA => self.said(onset, "ao", at + 1, CLOSED, out),
                SARA_A => self.said(onset, "e", at + 1, OPEN, out),
                _ => {
                    if next == O_ANG && self.letter(at + 1) == SARA_A {
                        self.said(onset, "oe", at + 2, CLOSED, out);
                    } else if next == O_ANG && bare {
                        self.open_or_closed(onset, if foreign { "er" } else { "oe" }, at + 1, Long, out);
                    } else if next == YO_YAK && bare {
                        self.said(onset, "oei", at + 1, CLOSED, out);
                    } else if next == WO_WAEN && bare {
                        self.said(onset, "eo", at + 1, CLOSED, out);
                    }
                    self.open_or_closed(onset, "e", at, Long, out);
                }
            },
            SARA_AE => {
                let ae = if foreign { "a" } else { "ae" };
                match next {
                    TAIKHU => self.open_or_closed(onset, ae, at + 1, Short, out),
                    SARA_A => self.said(onset, ae, at + 1, OPEN, out),
                    WO_WAEN if bare => self.said(onset, "aeo", at + 1, CLOSED - 0.3, out),
                    _ => self.open_or_closed(onset, ae, at, Long, out),
                }
            }
            SARA_O => match next {
                SARA_A => self.said(onset, "o", at + 1, OPEN, out),
                YO_YAK if bare => self.said(onset, "oi", at + 1, CLOSED, out),
                _ => self.open_or_closed(onset, "o", at, Long, out),
            },
            _ => {
                if next == YO_YAK && bare {
                    self.said(onset, "ai", at + 1, CLOSED, out);
                }
                self.said(onset, "ai", at, OPEN, out);
                if let Some(end_sound) = self.final_sound(at) {
                    let edge = Onset { said: onset.said.then("ai"), ..onset };
                    self.said(edge, end_sound, at + 1, CLOSED + 0.7, out);
                }
            }
        }
    }

    fn with_written_vowel(&self, onset: Onset, out: &mut Vec<Edge>) {
        let at = onset.end;
        let next = self.letter(at + 1);
        let bare = self.is_bare(at + 1);
        match self.letter(at) {
            HAN_AKAT if next == WO_WAEN && self.letter(at + 2) == SARA_A => {
                self.said(onset, "ua", at + 3, CLOSED, out);
            }
            HAN_AKAT if next == WO_WAEN && bare => self.said(onset, "ua", at + 2, CLOSED, out),
            HAN_AKAT if next == YO_YAK && bare => {
                self.said(onset, "ai", at + 2, CLOSED, out);
                if at + 2 < self.word.len() {
                    self.said(onset, "aiya", at + 2, CLOSED + LINKED_LEARNED, out);
                }
            }
            HAN_AKAT if next == YO_YAK => self.said(onset, "ai", at + 1, CLOSED, out),
            HAN_AKAT => self.open_or_closed(onset, "a", at + 1, Short, out),
            SARA_A => self.said(onset, "a", at + 1, OPEN, out),
            SARA_AA if next == YO_YAK && bare => self.said(onset, "ai", at + 2, CLOSED, out),
            SARA_AA if next == WO_WAEN && bare && at + 2 >= self.word.len() => {
                self.said(onset, "ao", at + 2, CLOSED, out);
            }
            SARA_AA if next == WO_WAEN && bare => {
                self.said(onset, "ao", at + 2, CLOSED + 1.4, out);
                self.said(onset, "a", at + 1, OPEN, out);
            }
            SARA_AA => self.open_or_closed(onset, "a", at + 1, Long, out),
            SARA_AM => self.said(onset, "am", at + 1, CLOSED, out),
            SARA_I if next == WO_WAEN && bare => self.said(onset, "io", at + 2, CLOSED, out),
            SARA_I => self.open_or_closed(onset, "i", at + 1, Short, out),
            SARA_II => self.open_or_closed(onset, "i", at + 1, Long, out),
            SARA_UE => self.open_or_closed(onset, "ue", at + 1, Short, out),
            SARA_UEE if next == O_ANG && bare => self.open_or_closed(onset, "ue", at + 2, Long, out),
            SARA_UEE => self.open_or_closed(onset, "ue", at + 1, Long, out),
            SARA_U | SARA_UU => {
                if next == YO_YAK && bare {
                    self.said(onset, "ui", at + 2, CLOSED, out);
                }
                let length = if self.letter(at) == SARA_U { Short } else { Long };
                self.open_or_closed(onset, "u", at + 1, length, out);
            }
            TAIKHU if next == O_ANG => self.after_o_ang(onset, at + 1, out),
            TAIKHU => self.open_or_closed(onset, "o", at + 1, Short, out),
            _ => self.said(onset, "", at + 1, OPEN, out),
        }
    }

    /// Readings of a consonant that carries no sign: -on, รร, ua, o, closed o, open a.
    fn with_unwritten_vowel(&self, at: usize, onset: Onset, out: &mut Vec<Edge>) {
        let next = self.letter(at + 1);
        let goes_on = at + 1 < self.word.len();
        if is_consonant(next) {
            self.after_bare_onset(onset, out);
        }
        if next == RO_RUA && at + 2 < self.word.len() {
            self.said(onset, "o", at + 1, UNWRITTEN_O_BEFORE_RO, out);
        }
        let cost = match () {
            () if !goes_on => UNWRITTEN_A_AT_END,
            () if is_sonorant(next) && follows_consonant(self.letter(at + 2)) => UNWRITTEN_A_BEFORE_SONORANT,
            () => UNWRITTEN_A,
        };
        self.said(onset, "a", at + 1, cost, out);
    }

    fn after_bare_onset(&self, onset: Onset, out: &mut Vec<Edge>) {
        let at = onset.end;
        let next = self.letter(at);
        if next == RO_RUA && self.letter(at + 1) == RO_RUA {
            if let Some(end_sound) = self.final_sound(at + 2) {
                let piece = Onset { said: onset.said.then("a"), ..onset };
                self.said(piece, end_sound, at + 3, CLOSED, out);
            }
            self.said(onset, "an", at + 2, OPEN, out);
        } else if next == RO_RUA && self.is_bare(at) {
            self.said(onset, "on", at + 1, FINAL_RO, out);
        } else if next == O_ANG && self.is_bare(at) {
            self.after_o_ang(onset, at, out);
        } else if next == WO_WAEN && self.is_bare(at) {
            if self.letter(at + 1) == YO_YAK && self.is_bare(at + 1) {
                self.said(onset, "uai", at + 2, CLOSED, out);
            }
            if self.final_sound(at + 1).is_some() {
                self.closed(onset.with(0.05), "ua", at + 1, Long, out);
            }
        } else if self.final_sound(at).is_some() {
            self.closed(onset.with(UNWRITTEN_O - CLOSED), "o", at, Short, out);
        }
    }

    /// อ as a vowel, at `at`: o, oi.
    fn after_o_ang(&self, onset: Onset, at: usize, out: &mut Vec<Edge>) {
        if self.letter(at + 1) == YO_YAK && self.is_bare(at + 1) {
            self.said(onset, "oi", at + 2, CLOSED, out);
        }
        self.open_or_closed(onset, "o", at + 1, Long, out);
    }

    /// ฤ is a vowel with its own r: rue, ri after k, t, p, s; a stands before it after n, m, s, h.
    fn with_ru(&self, onset: Onset, at: usize, out: &mut Vec<Edge>) {
        let head = if self.letter(at) == LU { "l" } else { "r" };
        let end = if self.letter(at + 1) == LAKKHANGYAO { at + 2 } else { at + 1 };
        let before = if onset.end == at && at > 0 { self.letter(at - 1) } else { 0 };
        let before = if onset.said == Piece::EMPTY { 0 } else { before };
        let open_a = before != 0 && !matches!(before, 0x01 | 0x02 | 0x15 | 0x17 | 0x1b | 0x1e);
        let prefers_i = matches!(before, 0x01 | 0x15 | 0x17 | 0x1b | 0x28 | 0x2a);
        let said = if open_a { onset.said.then("a") } else { onset.said };
        let syllable = Onset { said: said.then(head), end, cost: onset.cost - 0.2 };
        for (vowel, likes_i) in [("i", true), ("ue", false)] {
            let cost = if likes_i == prefers_i { 0.0 } else { 0.5 };
            self.open_or_closed(syllable.with(cost), vowel, end, Short, out);
            if before == 0x1e {
                let with_a = Onset { said: onset.said.then("a").then(head), ..syllable };
                self.open_or_closed(with_a.with(cost + 0.3), vowel, end, Short, out);
            }
        }
    }

    fn diphthong(
        &self,
        onset: Onset,
        vowel: &str,
        glide: Letter,
        with_glide: &str,
        at: usize,
        out: &mut Vec<Edge>,
    ) {
        let onset = onset.with(-0.2);
        if self.letter(at) == SARA_A {
            self.said(onset, vowel, at + 1, CLOSED, out);
        } else if self.letter(at) == glide && self.is_bare(at) {
            self.said(onset, with_glide, at + 1, CLOSED, out);
        } else {
            self.open_or_closed(onset, vowel, at, Long, out);
        }
    }

    fn said(&self, onset: Onset, sound: &str, to: usize, cost: f32, out: &mut Vec<Edge>) {
        out.push(Edge { to, piece: onset.said.then(sound), cost: cost + onset.cost });
    }

    fn open_or_closed(&self, onset: Onset, vowel: &str, at: usize, length: Length, out: &mut Vec<Edge>) {
        self.said(onset, vowel, at, OPEN, out);
        self.closed(onset, vowel, at, length, out);
    }

    /// The final at `at` and what it does to the letters after it.
    fn closed(&self, onset: Onset, vowel: &str, at: usize, length: Length, out: &mut Vec<Edge>) {
        let letter = self.letter(at);
        let open = Onset { said: onset.said.then(vowel), ..onset };
        if let Some(end) = self.silenced(at) {
            // A final behind a silenced letter, as in loanwords: จอห์น, เวิร์ด.
            if let Some(end_sound) = self.final_sound(end) {
                let before = match self.register {
                    Register::Spoken => "",
                    Register::Foreign => last(letter, Register::Foreign).unwrap_or(self.initial(at)),
                };
                let head = Onset { said: open.said.then(before), ..open };
                self.said(head, end_sound, end + 1, CLOSED + FINAL_AFTER_SILENT, out);
            }
            return;
        }
        let Some(sound) = last(letter, self.register) else { return };
        let next = self.letter(at + 1);
        let stop = is_stop(letter);
        if !self.is_bare(at) {
            self.final_with_sign(open, sound, at, length, out);
            return;
        }
        let linking_ro =
            letter == RO_RUA && !vowel.ends_with(['a', 'o']) && self.register == Register::Spoken;
        let at_end = at + 1 >= self.word.len();
        let held = holds(letter, next);
        let learned =
            is_learned_final(letter) && is_consonant(next) && !held && self.silenced(at + 1).is_none();
        let cost = match (linking_ro, at_end) {
            (true, true) => CLOSED + 0.3,
            (true, false) => CLOSED + 1.2,
            (false, false) if learned => CLOSED + UNLINKED_LEARNED,
            _ => CLOSED,
        };
        self.said(open, sound, at + 1, cost, out);
        if at_end {
            return;
        }
        if linking_ro {
            self.said(open, "ra", at + 1, 1.6, out);
            return;
        }
        if letter == RO_RUA && vowel == "a" && length == Long && is_stop(next) {
            // สามารถ, นารถ: ร is written and not said.
            if let Some(end_sound) = self.final_sound(at + 1) {
                self.said(open, end_sound, at + 2, CLOSED + SILENT_TAIL, out);
            }
        }
        let ro_follows = next == RO_RUA && stop;
        let silent_ro = matches!((letter, length), (0x15 | 0x17, _) | (KO_KAI, Short));
        if ro_follows && silent_ro && self.is_bare(at + 1) {
            self.said(open, sound, at + 2, CLOSED + SILENT_TAIL, out);
        }
        if holds(letter, next) && self.is_bare(at + 1) && stop {
            self.said(open, sound, at + 2, CLOSED + SILENT_TAIL, out);
        }
        let linked = Onset { said: open.said.then(sound).then(self.initial(at)), ..open };
        let link = if learned {
            LINKED_LEARNED
        } else if stop {
            LINKED_STOP
        } else {
            LINKED_SONORANT
        };
        let long = if length == Long { 0.4 } else { 0.0 };
        self.said(linked, "a", at + 1, CLOSED + link + long, out);
        if ro_follows {
            self.said_twice(open, sound, at, length, out);
        }
    }

    /// A final with a vowel sign of its own: silent in ชาติ, เหตุ, ภูมิ; said twice in ณัฐิยา.
    fn final_with_sign(&self, open: Onset, sound: &str, at: usize, length: Length, out: &mut Vec<Edge>) {
        if self.letter(at + 1) == THANTHAKHAT {
            return;
        }
        let letter = self.letter(at);
        let after = self.letter(at + 2);
        let silent_sign = matches!(self.letter(at + 1), SARA_I | SARA_U)
            && matches!(letter, 0x12 | 0x15 | 0x18 | 0x21)
            && (after == 0 || is_consonant(after) || stands_before(after));
        if silent_sign {
            let long = match (length, self.letter(at - 1)) {
                (Long, _) => 0.6,
                (Short, HAN_AKAT) => 0.9,
                _ => 1.4,
            };
            let medial = if after == 0 { 0.0 } else { 1.2 };
            self.said(open, sound, at + 2, CLOSED + long + medial, out);
        }
        if is_stop(letter) || letter == 0x0d {
            self.said_twice(open, sound, at, length, out);
        }
    }

    fn said_twice(&self, open: Onset, sound: &str, at: usize, length: Length, out: &mut Vec<Edge>) {
        let cost = if length == Short { SAID_TWICE_SHORT } else { SAID_TWICE_LONG };
        self.said(open, sound, at, CLOSED + cost, out);
    }
}

impl Onset {
    fn with(self, cost: f32) -> Onset {
        Onset { cost: self.cost + cost, ..self }
    }
}

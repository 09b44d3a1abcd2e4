//! The syllables that may start at a position of a Khmer word.

use super::letters::*;
use crate::scripts::lattice::{Edge, Piece};

const OPEN: f32 = 1.0;
const CLOSED: f32 = 0.9;
const UNWRITTEN_CLOSED: f32 = 1.2;
const UNWRITTEN_CLOSED_INSIDE: f32 = 1.3;
const UNWRITTEN_OPEN: f32 = 1.4;
const UNWRITTEN_OPEN_CLUSTER: f32 = 1.0;
const UNWRITTEN_AT_END: f32 = 2.4;
const CLUSTER_INSIDE: f32 = 0.1;
const ODD_ONSET: f32 = 0.5;
const SILENT_SIGN: f32 = 0.5;
const STRAY: f32 = 4.0;

/// Adds every edge that starts at `at`. A position on ្ opens a syllable with the consonant below it: the one above has
/// closed the syllable before.
pub(super) fn edges(word: &[char], at: usize, out: &mut Vec<Edge>) {
    let word = Word(word);
    let letter = word.letter(at);
    if letter == COENG && at > 0 && is_consonant(word.letter(at + 1)) {
        word.syllable(at + 1, 0.0, out);
    } else if is_consonant(letter) {
        if let Some(end) = word.killed(at) {
            out.push(Edge { to: end, piece: Piece::EMPTY, cost: 0.0 });
        }
        word.syllable(at, if at > 0 { CLUSTER_INSIDE } else { 0.0 }, out);
    } else if let Some(spellings) = independent_vowel(letter) {
        for &(said, cost) in spellings {
            let head = Piece::join(&[said]);
            word.finish(head, at + 1, OPEN + cost, CLOSED + cost, out);
        }
    }
    let free = !('\u{1780}'..='\u{17ff}').contains(&letter)
        || matches!(letter, BANTOC | ROBAT | '\u{17c8}' | '\u{17cd}'..='\u{17dd}');
    out.push(Edge { to: at + 1, piece: Piece::EMPTY, cost: if free { 0.0 } else { STRAY } });
}

struct Word<'a>(&'a [char]);

/// The head of a syllable: its sound, where it ends, what choosing it costs, whether it is a cluster, whether it begins
/// the word.
#[derive(Clone, Copy)]
struct Onset {
    said: Piece,
    end: usize,
    cost: f32,
    cluster: bool,
    first: bool,
}

impl Onset {
    fn with(self, cost: f32) -> Onset {
        Onset { cost: self.cost + cost, ..self }
    }
}

/// Whether the register of the syllable before goes on.
enum Spread {
    No,
    Rare,
    Usual,
}

impl Word<'_> {
    fn letter(&self, at: usize) -> char {
        self.0.get(at).copied().unwrap_or(' ')
    }

    /// Where a consonant silenced by ៍ ends, with a vowel sign on it or not.
    fn killed(&self, at: usize) -> Option<usize> {
        let mut end = at + 1;
        while self.letter(end) == COENG {
            end += 2;
        }
        if is_vowel_sign(self.letter(end)) {
            end += 1;
        }
        (self.letter(end) == TOANDAKHIAT).then_some(end + 1)
    }

    /// A syllable whose onset starts with the consonant at `at`, costing `cost` more when it is a cluster.
    fn syllable(&self, at: usize, cluster_cost: f32, out: &mut Vec<Edge>) {
        let first = self.letter(at);
        let mut end = at + 1;
        let mut governs = first;
        let cluster = self.letter(end) == COENG;
        let sound = match (first, cluster) {
            ('ប', true) => "p",
            // ណ over ត is read nd: កណ្ដាល kandal.
            ('ត', false) if at >= 2 && self.letter(at - 1) == COENG && self.letter(at - 2) == 'ណ' => "d",
            _ => initial(first),
        };
        let mut onset = Piece::join(&[sound]);
        let mut other = None;
        while self.letter(end) == COENG && is_consonant(self.letter(end + 1)) {
            let under = self.letter(end + 1);
            if !is_sonorant(under) || is_sonorant(governs) {
                governs = under;
            }
            if under == 'ត'
                && end == at + 1
                && matches!(first, 'ក' | 'ខ' | 'ច' | 'ប' | 'ផ' | 'ព' | 'ម' | 'ល' | 'ស')
            {
                // ្ដ and ្ត look alike; in native clusters the sound is d: ស្ដុក sdok.
                other = Some(onset.then("t"));
                onset = onset.then("d");
            } else {
                onset = onset.then(initial(under));
                other = other.map(|other| other.then(initial(under)));
            }
            end += 2;
        }
        let mut register = register(governs);
        let mut marked = true;
        match self.letter(end) {
            MUUSIKATOAN => {
                register = Register::First;
                if first == 'ប' {
                    onset = Piece::join(&["p"]);
                }
                end += 1;
            }
            TRIISAP => {
                register = Register::Second;
                end += 1;
            }
            _ => marked = false,
        }
        let mut extra = if cluster { cluster_cost } else { 0.0 };
        if cluster && at > 0 && matches!(first, 'ង' | 'ញ' | 'ណ' | 'ន' | 'ម' | 'យ' | 'រ' | 'វ')
        {
            // These close the syllable before rather than head a cluster: សុវណ្ណា so-vann-a.
            extra += ODD_ONSET;
        }
        if first == 'ង' && !cluster && !is_vowel_sign(self.letter(end)) {
            extra += ODD_ONSET;
        }
        for (onset, cost) in [(Some(onset), 0.0), (other, 0.25)] {
            let Some(onset) = onset else { continue };
            let inside = Onset { said: onset, end, cost: extra + cost, cluster, first: at == 0 };
            match self.spread(at) {
                _ if marked || register == Register::First || !is_sonorant(governs) => {
                    self.with_vowel(inside, register, out)
                }
                Spread::No => self.with_vowel(inside, register, out),
                Spread::Usual => {
                    self.with_vowel(inside, Register::First, out);
                    self.with_vowel(inside.with(0.4), Register::Second, out);
                }
                Spread::Rare => {
                    self.with_vowel(inside, Register::Second, out);
                    self.with_vowel(inside.with(0.4), Register::First, out);
                }
            }
        }
    }

    /// Sonorants take over the first register from an open syllable before them: ដារា dara, បុរី borey.
    fn spread(&self, at: usize) -> Spread {
        let before = self.0[..at].iter().rev().find(|&&letter| is_consonant(letter) && !is_sonorant(letter));
        match before {
            Some(&letter) if register(letter) == Register::First && !self.0[..at].contains(&TRIISAP) => {
                let open = is_vowel_sign(self.letter(at - 1)) || self.letter(at - 1) == NIKAHIT;
                if open { Spread::Usual } else { Spread::Rare }
            }
            _ => Spread::No,
        }
    }

    fn with_vowel(&self, head: Onset, register: Register, out: &mut Vec<Edge>) {
        let Onset { said: onset, end: at, cost: extra, .. } = head;
        let sign = self.letter(at);
        let next = self.letter(at + 1);
        let mut push = |to: usize, said: &str, cost: f32| {
            out.push(Edge { to, piece: onset.then(said), cost: cost + extra });
        };
        match sign {
            NIKAHIT => {
                nasal(None, register).iter().for_each(|&(said, cost)| push(at + 1, said, CLOSED + cost))
            }
            REAHMUK => {
                push(at + 1, if register == Register::First { "ah" } else { "eah" }, CLOSED);
            }
            SAMYOK => {
                // ័ shortens: ័យ ey, ័ before k ea, before other finals oa.
                let spellings: Spellings = match (register, self.letter(at + 1)) {
                    (_, 'យ') => &[("e", 0.0), ("a", 0.3)],
                    (Register::First, _) => &[("a", 0.0)],
                    (Register::Second, 'ក' | 'គ' | 'ង') => &[("ea", 0.0), ("a", 0.3)],
                    (Register::Second, _) => &[("oa", 0.0), ("a", 0.1), ("or", 0.2), ("o", 0.2)],
                };
                for &(said, cost) in spellings {
                    self.finish(onset.then(said), at + 1, OPEN + cost + extra, CLOSED + cost + extra, out);
                }
            }
            '\u{17b6}'
                if next == NIKAHIT && self.letter(at + 2) == 'ង' && self.last_sound(at + 2).is_some() =>
            {
                push(at + 3, if register == Register::First { "ang" } else { "eang" }, CLOSED);
                push(at + 3, if register == Register::First { "eang" } else { "ang" }, CLOSED + 0.4);
            }
            sign if is_vowel_sign(sign) && next == NIKAHIT => {
                nasal(Some(sign), register)
                    .iter()
                    .for_each(|&(said, cost)| push(at + 2, said, CLOSED + cost));
            }
            sign if is_vowel_sign(sign) => {
                let end = if next == REAHMUK { at + 2 } else { at + 1 };
                let open = vowel(sign, register, false);
                for &(said, cost) in open {
                    let said = onset.then(said).then(if next == REAHMUK { "h" } else { "" });
                    out.push(Edge { to: end, piece: said, cost: OPEN + cost + extra });
                }
                if next != REAHMUK {
                    let shortened =
                        sign == '\u{17b6}' && register == Register::Second && self.letter(end + 1) == BANTOC;
                    let closed: Spellings = match (sign, register, self.letter(end)) {
                        _ if shortened => &[("oa", 0.0), ("o", 0.2), ("a", 0.3)],
                        // Before m and palatals these are said with i: គឹម kim, ពេជ្រ pich.
                        ('\u{17b9}', _, 'ម') => &[("i", 0.0), ("eu", 0.3)],
                        ('\u{17c1}', Register::Second, 'ច' | 'ជ' | 'ញ') => &[("i", 0.0), ("e", 0.1)],
                        _ => vowel(sign, register, true),
                    };
                    for &(said, cost) in closed {
                        self.codas(onset.then(said), end, CLOSED + cost + extra, out);
                    }
                }
            }
            _ => {
                let at_end = at >= self.0.len();
                let open = match () {
                    () if at_end => UNWRITTEN_AT_END,
                    () if head.cluster => UNWRITTEN_OPEN_CLUSTER,
                    () => UNWRITTEN_OPEN,
                };
                let closed = if head.first { UNWRITTEN_CLOSED } else { UNWRITTEN_CLOSED_INSIDE };
                for &(said, cost) in inherent(register, false) {
                    out.push(Edge { to: at, piece: onset.then(said), cost: open + cost + extra });
                }
                let closes = if self.letter(at) == 'ណ' { Register::First } else { register };
                for &(said, cost) in inherent(closes, true) {
                    self.codas(onset.then(said), at, closed + cost + extra, out);
                }
            }
        }
    }

    /// Sound of the final at `at`, if the letter there can be one.
    fn last_sound(&self, at: usize) -> Option<&'static str> {
        let next = self.letter(at + 1);
        let carries = is_vowel_sign(next)
            || matches!(next, NIKAHIT | REAHMUK | MUUSIKATOAN | TRIISAP | SAMYOK | TOANDAKHIAT);
        (is_consonant(self.letter(at)) && !carries).then(|| last(self.letter(at)))
    }

    fn finish(&self, said: Piece, at: usize, open: f32, closed: f32, out: &mut Vec<Edge>) {
        out.push(Edge { to: at, piece: said, cost: open });
        self.codas(said, at, closed, out);
    }

    /// The final consonant at `at`, with what is silent after it.
    fn codas(&self, said: Piece, at: usize, cost: f32, out: &mut Vec<Edge>) {
        let letter = self.letter(at);
        if !is_consonant(letter) || letter == 'អ' {
            return;
        }
        let mut push = |to: usize, coda: &str, cost: f32| {
            out.push(Edge { to, piece: said.then(coda), cost });
        };
        let coda = last(letter);
        match self.letter(at + 1) {
            BANTOC | ROBAT => push(at + 2, coda, cost - 0.1),
            COENG => {
                // The consonant below opens the next syllable, or is silent at the end of the word.
                let mut end = at + 1;
                while self.letter(end) == COENG {
                    end += 2;
                }
                let under = self.letter(at + 2);
                // Equal sounds are written once in names: វិជ្ជា vichea, បុប្ផា bopha.
                let same = last(under) == coda || (coda == "t" && last(under) == "th");
                push(at + 1, if same { "" } else { coda }, cost);
                let silent_end = if self.letter(end) == BANTOC { end + 1 } else { end };
                let aspirated = if matches!(last(under), "th") && coda == "t" { "th" } else { coda };
                if silent_end >= self.0.len() {
                    push(silent_end, aspirated, cost);
                    if under == 'រ' {
                        push(silent_end, &format!("{coda}r"), cost + 0.2);
                    }
                } else if !is_vowel_sign(self.letter(end)) && !matches!(under, 'រ' | 'ល' | 'យ' | 'វ' | 'ស')
                {
                    push(silent_end, aspirated, cost + 0.3);
                }
                if matches!(self.letter(end), '\u{17b7}' | '\u{17bb}') && end + 1 >= self.0.len() {
                    push(end + 1, aspirated, cost + SILENT_SIGN);
                }
            }
            '\u{17b7}' | '\u{17bb}' if at + 2 >= self.0.len() => push(at + 2, coda, cost + SILENT_SIGN + 0.5),
            next if is_vowel_sign(next)
                || matches!(next, NIKAHIT | REAHMUK | MUUSIKATOAN | TRIISAP | SAMYOK | TOANDAKHIAT) => {}
            _ => {
                push(at + 1, coda, cost);
                if letter == 'រ' {
                    push(at + 1, "", cost + 0.1);
                }
            }
        }
    }
}

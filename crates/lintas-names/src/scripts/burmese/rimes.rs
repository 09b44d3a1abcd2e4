//! Onsets and rimes of Burmese and their usual Latin spellings in names.
//!
//! There is no official romanisation of personal names; the spellings are the customary ones of passports and of the
//! Myanmar Language Commission's transcription, without its tone letters.

use super::Syllable;

/// The vowel part of a syllable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Vowel {
    /// Nothing written, or ာ before a closing consonant.
    #[default]
    Inherent,
    /// ာ.
    Aa,
    /// ိ, ီ.
    I,
    /// ု.
    U,
    /// ူ.
    Uu,
    /// ေ.
    E,
    /// ဲ.
    Ai,
    /// ော.
    Aw,
    /// ို.
    O,
    /// ံ.
    Am,
    /// ုံ.
    Um,
    /// ိံ.
    Im,
}

/// Vowel signs seen so far.
#[derive(Default)]
pub(super) struct Signs {
    e: bool,
    i: bool,
    u: bool,
    uu: bool,
    ai: bool,
    aa: bool,
    anusvara: bool,
}

impl Signs {
    /// Notes a vowel sign; `false` when `sign` is none.
    pub(super) fn take(&mut self, sign: char) -> bool {
        match sign {
            '\u{1031}' => self.e = true,
            '\u{102d}' | '\u{102e}' => self.i = true,
            '\u{102f}' => self.u = true,
            '\u{1030}' => self.uu = true,
            '\u{1032}' => self.ai = true,
            '\u{102c}' => self.aa = true,
            '\u{1036}' => self.anusvara = true,
            // The killer on ော် marks tone.
            '\u{103a}' => {}
            _ => return false,
        }
        true
    }

    pub(super) fn vowel(&self) -> Vowel {
        match self {
            Signs { e: true, aa: true, .. } => Vowel::Aw,
            Signs { e: true, .. } => Vowel::E,
            Signs { i: true, u: true, .. } => Vowel::O,
            Signs { i: true, anusvara: true, .. } => Vowel::Im,
            Signs { u: true, anusvara: true, .. } => Vowel::Um,
            Signs { anusvara: true, .. } => Vowel::Am,
            Signs { i: true, .. } => Vowel::I,
            Signs { ai: true, .. } => Vowel::Ai,
            Signs { uu: true, .. } => Vowel::Uu,
            Signs { u: true, .. } => Vowel::U,
            Signs { aa: true, .. } => Vowel::Aa,
            _ => Vowel::Inherent,
        }
    }
}

/// Syllables whose customary spelling the tables do not give.
pub(super) fn usual_spelling(syllable: &Syllable) -> Option<&'static str> {
    let Syllable { base, medials, vowel, coda, high, creaky, .. } = *syllable;
    let plain = medials == [false; 4];
    Some(match (base, vowel, coda) {
        ('ထ', Vowel::Inherent, Some('န')) if medials == [false, false, true, false] && high => "tun",
        ('အ', Vowel::E, None) if plain && high => "aye",
        ('အ', Vowel::I, None) if plain => "ei",
        ('အ', Vowel::U, Some('န')) if plain => "ohn",
        ('ဥ', Vowel::Inherent, Some('မ')) => "ohn",
        ('မ', Vowel::Inherent, Some('န')) if medials == [false, false, true, false] => "mon",
        ('ဝ', Vowel::E, None) if plain => "wai",
        ('ဖ', Vowel::E, None) if plain => "pe",
        ('ရ', Vowel::Inherent, None) if plain => "ra",
        ('က', Vowel::I, None) if medials == [false, true, false, false] && high => "gyi",
        ('ဖ' | 'ဘ', Vowel::U, Some('န')) if plain => "phone",
        ('အ', Vowel::I, Some('မ')) if creaky => "eaint",
        ('စ', Vowel::O, Some('င')) if plain && high => "sai",
        _ => return None,
    })
}

/// The onset, and how it sounds softened after a vowel or nasal.
pub(super) fn onset(syllable: &Syllable) -> (&'static str, Option<&'static str>) {
    let [ya, ra, wa, ha] = syllable.medials;
    let y = ya || ra;
    // ွ that rounds the rime is not said as w: ညွန့် nyunt, ထွဋ် htut.
    let wa = wa && !(syllable.vowel == Vowel::Inherent && syllable.coda.is_some_and(rounds));
    match (syllable.base, y, wa, ha) {
        ('က', false, false, _) => ("k", Some("g")),
        ('က', false, true, _) => ("kw", Some("gw")),
        ('က', true, false, _) => ("ky", Some("gy")),
        ('က', true, true, _) => ("kyw", None),
        ('ခ', false, false, _) => ("kh", Some("g")),
        ('ခ', false, true, _) => ("khw", None),
        ('ခ', true, false, _) => ("ch", Some("gy")),
        ('ခ', true, true, _) => ("chw", None),
        ('ဂ' | 'ဃ', false, false, _) => ("g", Some("k")),
        ('ဂ' | 'ဃ', false, true, _) => ("gw", None),
        ('ဂ' | 'ဃ', true, _, _) => ("gy", Some("j")),
        ('င', false, true, _) => ("ngw", None),
        ('င', false, _, false) => ("ng", None),
        ('င', false, _, true) => ("hng", None),
        ('င', true, _, _) | ('ည' | 'ဉ', _, false, false) => ("ny", None),
        ('ည' | 'ဉ', _, true, _) => ("nyw", None),
        ('ည' | 'ဉ', _, false, true) => ("hny", None),
        ('စ' | 'ဆ', _, false, _) => ("s", Some("z")),
        ('စ' | 'ဆ', _, true, _) => ("sw", Some("zw")),
        ('ဇ' | 'ဈ', _, false, _) => ("z", None),
        ('ဇ' | 'ဈ', _, true, _) => ("zw", None),
        ('တ' | 'ဋ', false, false, _) => ("t", Some("d")),
        ('တ' | 'ဋ', _, true, _) => ("tw", None),
        ('တ' | 'ဋ', true, false, _) => ("ty", None),
        ('ထ' | 'ဌ', _, false, _) => ("ht", Some("d")),
        ('ထ' | 'ဌ', _, true, _) => ("htw", None),
        ('ဒ' | 'ဓ' | 'ဍ' | 'ဎ', _, false, _) => ("d", Some("t")),
        ('ဒ' | 'ဓ' | 'ဍ' | 'ဎ', _, true, _) => ("dw", None),
        ('န' | 'ဏ', _, false, false) => ("n", None),
        ('န' | 'ဏ', _, true, false) => ("nw", None),
        ('န' | 'ဏ', _, false, true) => ("hn", Some("n")),
        ('န' | 'ဏ', _, true, true) => ("hnw", Some("nw")),
        ('ပ', false, false, _) => ("p", Some("b")),
        ('ပ', false, true, _) => ("pw", Some("bw")),
        ('ပ', true, false, _) => ("py", Some("by")),
        ('ပ', true, true, _) => ("pyw", None),
        ('ဖ', false, false, _) => ("ph", Some("b")),
        ('ဖ', false, true, _) => ("phw", None),
        ('ဖ', true, _, _) => ("phy", None),
        ('ဗ' | 'ဘ', false, false, _) => ("b", Some("p")),
        ('ဗ' | 'ဘ', false, true, _) => ("bw", None),
        ('ဗ' | 'ဘ', true, _, _) => ("by", None),
        ('မ', false, false, false) => ("m", None),
        ('မ', false, true, false) => ("mw", None),
        ('မ', true, false, false) => ("my", None),
        ('မ', true, true, _) => ("myw", None),
        ('မ', false, false, true) => ("hm", Some("m")),
        ('မ', false, true, true) => ("hmw", Some("mw")),
        ('မ', true, false, true) => ("hmy", Some("my")),
        ('ယ' | 'ရ', _, false, false) => ("y", Some("r")),
        ('ယ' | 'ရ', _, true, false) => ("yw", None),
        ('ယ' | 'ရ', _, false, true) => ("sh", Some("y")),
        ('ယ' | 'ရ', _, true, true) => ("shw", None),
        ('လ' | 'ဠ', true, _, true) => ("sh", None),
        ('လ' | 'ဠ', true, _, false) => ("ly", None),
        ('လ' | 'ဠ', false, false, true) => ("hl", Some("l")),
        ('လ' | 'ဠ', false, true, true) => ("hlw", Some("lw")),
        ('လ' | 'ဠ', false, true, false) => ("lw", None),
        ('လ' | 'ဠ', false, false, false) => ("l", None),
        ('ဝ', _, _, false) => ("w", None),
        ('ဝ', _, _, true) => ("wh", None),
        ('သ' | 'ဿ', true, _, true) => ("sh", None),
        ('သ' | 'ဿ', _, false, _) => ("th", Some("d")),
        ('သ' | 'ဿ', _, true, _) => ("thw", None),
        ('ဟ', _, false, _) => ("h", None),
        ('ဟ', _, true, _) => ("hw", None),
        ('အ', _, true, _) => ("w", None),
        _ => ("", None),
    }
}

/// Which set of rimes a closing consonant selects.
#[derive(PartialEq)]
enum Closing {
    K,
    Ng,
    C,
    NyaSmall,
    Nya,
    T,
    N,
    Y,
    Silent,
}

fn closing(coda: char) -> Closing {
    match coda {
        'က' | 'ခ' | 'ဂ' | 'ဃ' => Closing::K,
        'င' => Closing::Ng,
        'စ' | 'ဆ' | 'ဇ' | 'ဈ' => Closing::C,
        'ဉ' => Closing::NyaSmall,
        'ည' => Closing::Nya,
        'န' | 'ဏ' | 'မ' => Closing::N,
        'ယ' | 'ရ' => Closing::Y,
        'လ' | 'ဠ' | 'ဟ' | 'အ' | 'ဝ' => Closing::Silent,
        _ => Closing::T,
    }
}

fn rounds(coda: char) -> bool {
    matches!(closing(coda), Closing::T | Closing::N)
}

/// The rime, and a second spelling that does not fold to the same class.
pub(super) fn rime(syllable: &Syllable) -> (&'static str, Option<&'static str>) {
    let vowel = match syllable.base {
        'ဣ' | 'ဤ' => Vowel::I,
        'ဥ' if syllable.vowel == Vowel::Am => Vowel::Um,
        'ဥ' => Vowel::U,
        'ဦ' => Vowel::Uu,
        'ဧ' => Vowel::E,
        'ဩ' | 'ဪ' => Vowel::Aw,
        _ => syllable.vowel,
    };
    let [ya, ra, wa, _] = syllable.medials;
    // ွ before a closing dental rounds the vowel: ထွန်း tun, ဝတ် wut.
    let rounded = wa || syllable.base == 'ဝ';
    let creaky = syllable.creaky;
    let nasal = |open: &'static str, checked: &'static str| if creaky { checked } else { open };
    let Some(coda) = syllable.coda else {
        return match vowel {
            Vowel::Inherent => ("a", None),
            Vowel::Aa => ("ar", None),
            Vowel::I => ("i", None),
            Vowel::U => ("u", None),
            Vowel::Uu if syllable.high => ("oo", None),
            Vowel::Uu => ("u", None),
            Vowel::E if rounded => ("e", None),
            Vowel::E => ("ay", None),
            Vowel::Ai => ("e", None),
            Vowel::Aw => ("aw", None),
            Vowel::O if syllable.high && !(ya || ra || syllable.base == 'ည') => ("oe", None),
            Vowel::O => ("o", None),
            Vowel::Am => (nasal("an", "ant"), None),
            Vowel::Um if syllable.high => ("one", None),
            Vowel::Um => (nasal("on", "ont"), None),
            Vowel::Im => (nasal("ein", "eint"), None),
        };
    };
    match (vowel, closing(coda)) {
        (Vowel::Inherent, Closing::K) => ("et", None),
        (Vowel::Inherent, Closing::Ng | Closing::NyaSmall) => (nasal("in", "int"), None),
        (Vowel::Inherent, Closing::C) => ("it", None),
        (Vowel::Inherent, Closing::Nya) if creaky => ("e", Some("i")),
        (Vowel::Inherent, Closing::Nya) => ("i", Some("e")),
        (Vowel::Inherent, Closing::T) if rounded => ("ut", Some("at")),
        (Vowel::Inherent | Vowel::Aa, Closing::T) => ("at", None),
        (Vowel::Inherent, Closing::N) if rounded => (nasal("un", "unt"), Some("on")),
        (Vowel::Inherent | Vowel::Aa, Closing::N) => (nasal("an", "ant"), None),
        (Vowel::Inherent, Closing::Y) => ("e", None),
        (Vowel::I, Closing::T | Closing::C | Closing::K) => ("eik", Some("eit")),
        (Vowel::I | Vowel::Im, Closing::N | Closing::Ng | Closing::NyaSmall) => (nasal("ein", "eint"), None),
        (Vowel::U | Vowel::Uu, Closing::T | Closing::C | Closing::K) => ("ok", None),
        (Vowel::U | Vowel::Uu | Vowel::Um, Closing::N | Closing::Ng | Closing::NyaSmall) => {
            (nasal("on", "ont"), None)
        }
        (Vowel::O, Closing::K) => ("aik", None),
        (Vowel::O, Closing::Ng) => ("aing", None),
        (Vowel::O, Closing::T) => ("ok", None),
        (Vowel::O, Closing::N) => ("on", None),
        (Vowel::O, _) => ("o", None),
        (Vowel::Aw, Closing::K) => ("auk", None),
        (Vowel::Aw, Closing::Ng) => ("aung", None),
        (Vowel::Aw, Closing::T) => ("ok", None),
        (Vowel::Aw, Closing::N) => ("on", None),
        (Vowel::Aw, _) => ("aw", None),
        (Vowel::E, Closing::T) => ("it", Some("et")),
        (Vowel::E, Closing::K) => ("ek", None),
        (Vowel::E, Closing::N | Closing::Ng) => ("ein", Some("en")),
        (Vowel::E, _) => ("ay", None),
        (Vowel::Ai, _) => ("e", None),
        (Vowel::Am, _) => ("an", None),
        (Vowel::Aa, Closing::K) => ("et", None),
        (Vowel::Aa, Closing::Ng) => ("in", None),
        (Vowel::I | Vowel::Im, _) => ("i", None),
        (Vowel::U | Vowel::Uu | Vowel::Um, _) => ("u", None),
        (Vowel::Inherent | Vowel::Aa, _) => ("a", None),
    }
}

/// Other customary spellings of a rime, all of one class in [`super::fold_latin`].
pub(super) fn spellings(rime: &str) -> &'static [&'static str] {
    match rime {
        "ar" => &["a", "ah"],
        "a" => &["ar"],
        "i" => &["ee", "y"],
        "u" => &["oo"],
        "oo" => &["u"],
        "ay" => &["e", "ai"],
        "e" => &["ay", "ae"],
        "aw" => &["or"],
        "o" => &["oe"],
        "oe" => &["o"],
        "on" => &["one", "ohn"],
        "one" => &["on", "ohn"],
        "ok" => &["oke"],
        "ein" => &["ain"],
        "eint" => &["aint"],
        "aik" => &["ike"],
        "aing" => &["ine"],
        "eik" => &["ate"],
        "in" => &["inn"],
        "at" => &["att"],
        _ => &[],
    }
}

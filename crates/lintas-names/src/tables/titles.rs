//! Honorifics, ranks, degrees, particles and suffixes, per language, as written without marks in lower case.

use std::sync::LazyLock;

use super::spelling::BySpelling;

/// What a word beside a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// A title that says nothing about who it is.
    Honorific,
    /// A title that is part of many names as well: it is kept, with little weight.
    WeakName,
    /// An academic degree or professional suffix.
    Degree,
    /// Son, daughter, child of: what follows is the father's name.
    ChildOf,
    /// A word that joins parts of a family name.
    Particle,
    /// The same, but a name of its own when it stands first or last.
    InnerParticle,
    /// The Arabic article.
    Article,
    /// Jr, III.
    Suffix,
    /// Also known as: another name of the same person follows.
    Alias,
}

const WORDS: &[(Word, &str)] = &[
    // English and general
    (
        Word::Honorific,
        "mr mrs ms miss mister dr doctor prof professor sir madam madame mme monsieur lord lady hon honorable honourable \
         rev reverend fr father pastor bishop archbishop cardinal sr sister brother capt captain general général \
         generale colonel lt lieutenant maj major sgt sergeant cpl cmdr commander adm admiral brig brigadier pres \
         president minister senator congressman congresswoman judge justice atty attorney engr \
         ambassador governor mayor insp inspector supt superintendent comdr mullah mulla maulana maulavi mawlawi \
         mawlana molla mollah mawlvi maulvi moulvi  ayatollah hojjatoleslam allama \
         ustad ustadz ustaz ostad doktor shaykha crown princess comrade",
    ),
    // Malay and Indonesian
    (
        Word::Honorific,
        "dato datuk datin datuk dato' dato datu seri puan encik cik tuan tok pehin yb yab yang amat \
         berhormat berbahagia utama panglima laksamana raden rd mas ibu bapak pak bu bung kyai kh \
         kiai ki nyai gus ir drs dra drg apt hj hajah hajjah hjh haja datu dayang pengiran abang awangku dayangku jenderal \
         jendral letjen mayjen brigjen kol kolonel komjen irjen kombes akbp akp kompol ipda iptu aipda bripka letkol \
         mayor kapten lettu letda profesor teuku teungku tgk ustazah gusti",
    ),
    // Titles that are also names or parts of names
    (
        Word::WeakName,
        "sri tun sultan emir amir imam hafiz hafez mufti qari kari king queen prince daeng tuanku haji hadji hajji hadj haj hajj al-hajj alhaji h syed sayed sayyid said-al saiyid saiyed seyed seyyed sayid sayeed \
         syeda sayyida sharifah syarifah syarif shaikh sheikh shaykh sheik sheikha sk shekh cheikh cheik sheyk syekh \
         syeikh nik wan che engku ungku tengku tunku raja megat puteri mir mirza begum khatun bibi bi bano mst mosammat mosammet \
         musammat most md mohd abu abou abi bu umm oum um u daw ko maung ma saw naw nai nan sai nang sayadaw shin \
         bhai agha akhund hazrat chowdhury van thi",
    ),
    // Bengali
    (
        Word::Honorific,
        "shri sree sri srimati smt srimoti alhaj janab advocate adv barrister moulana mawlana engr",
    ),
    // Thai, Lao, Khmer, Burmese in Latin
    (
        Word::Honorific,
        "khun nangsao naangsao phraya somdej somdet khunying thanphuying phagna oknha samdech bogyoke thakin",
    ),
    // Filipino and Spanish
    (Word::Honorific, "gng ginoo ginang binibini kagawad kapitan brgy hon engr atty usec asec"),
    (
        Word::Degree,
        "phd ph.d md m.d mba mpa mph msc m.sc bsc b.sc ba-hons bs ma-hons llb llm jd esq cpa rn mm se sh si st skom ssi \
         sip sag sos spd sked mpd mhum msi mag mkes mph mkn mt mh lc mpp psc ak ca cfa pe fcpa amk amd sps spi spt stp \
         spog spa spb kp sked ners apt shi mpdi spdi sei sthi ssos smhk mhi mkom mtp mps pgdip bpharm mbbs frcs ret facs fcps \
         cbe obe mbe jp psd kbe ceng",
    ),
    (
        Word::ChildOf,
        "bin ben ibn ibni binti bint bte bt b. binte anak ak a/l a/p al/ap s/o d/o w/o ould oglu qizi kizi putra-dari \
         ibne bn b/o c/o binu anaklelaki anakperempuan",
    ),
    (Word::Particle, "de del dela delos delas las los von der den ter ten zu zum and of the"),
    // Particles only between two other parts: at the front they are names.
    (Word::InnerParticle, "la le da das do dos di du des y e i na san-de"),
    (Word::Article, "al el ul ur ud uz il ol us"),
    (Word::Suffix, "jr junior ii iii iv vii viii jnr snr fils"),
    (Word::Alias, "alias aka a.k.a a/k/a fka @"),
];

static BY_SPELLING: LazyLock<BySpelling<Word>> = LazyLock::new(|| {
    let mut words = BySpelling::default();
    for (kind, list) in WORDS {
        for spelling in list.split_ascii_whitespace() {
            words.entry(spelling).or_insert(*kind);
        }
    }
    words
});

/// What a word (lower case, no marks) is when it stands beside a name.
pub(crate) fn word(plain: &str) -> Option<Word> {
    BY_SPELLING.get(plain).copied()
}

/// Says whether a chunk such as `S.Ag`, `M.Phil` or `SH` is a degree: after a comma any short one is, elsewhere only one
/// with a stop inside and more than one letter in some part (`A.K.` is a pair of initials).
pub(crate) fn is_degree(chunk: &str, after_comma: bool) -> bool {
    let chunk = chunk.trim_matches(|c: char| !c.is_alphanumeric());
    if chunk.is_empty() || chunk.len() > 10 || !chunk.is_ascii() {
        return false;
    }
    let lower = chunk.to_ascii_lowercase();
    let letters: String = lower.chars().filter(char::is_ascii_alphabetic).collect();
    let segments: Vec<&str> = lower.split('.').filter(|segment| !segment.is_empty()).collect();
    let dotted = segments.len() > 1;
    let first_is_degree = segments
        .first()
        .is_some_and(|first| matches!(*first, "s" | "m" | "b" | "d" | "a" | "ph" | "ll" | "dr" | "sp"));
    let long_segment = segments.iter().skip(1).any(|segment| (2..=5).contains(&segment.len()));
    if dotted && first_is_degree && long_segment && letters.len() <= 8 {
        return true;
    }
    let known = word(&letters) == Some(Word::Degree);
    // Degrees stand after the comma; before it only those that are no common syllable.
    (after_comma && (known || (dotted && letters.len() <= 3)))
        || (known && letters.len() >= 3 && chunk.contains('.'))
}

/// Titles glued to the front of a name in scripts without spaces, in the internal form of their script, longest first.
pub(crate) static GLUED_TITLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut titles: Vec<String> =
        GLUED.iter().filter_map(|title| crate::text::clean(title).ok()).map(|cleaned| cleaned.text).collect();
    titles.sort_by_key(|title| std::cmp::Reverse(title.len()));
    titles
});

/// The same as written.
const GLUED: &[&str] = &[
    // Thai
    "พลตำรวจเอก",
    "สมเด็จพระ",
    "ท่านผู้หญิง",
    "เด็กชาย",
    "เด็กหญิง",
    "นางสาว",
    "คุณหญิง",
    "พระครู",
    "เจ้าพระยา",
    "พระยา",
    "น.ส.",
    "ด.ช.",
    "ด.ญ.",
    "ม.ร.ว.",
    "ม.ล.",
    "ม.จ.",
    "นาย",
    "นาง",
    "คุณ",
    "ดร.",
    "รศ.",
    "ผศ.",
    "ศ.",
    "นพ.",
    "พญ.",
    "พล.อ.",
    "พล.ท.",
    "พล.ต.",
    "พ.อ.",
    "พ.ต.อ.",
    "พ.ต.ท.",
    "พ.ต.ต.",
    "พ.ท.",
    "พ.ต.",
    "ร.ต.อ.",
    "ร.ต.ท.",
    "ร.ต.ต.",
    "ร.อ.",
    "ร.ท.",
    "ร.ต.",
    "จ.ส.ต.",
    "จ.ส.อ.",
    "ส.ต.อ.",
    "ส.ต.ท.",
    "ส.ต.ต.",
    "ด.ต.",
    "ว่าที่",
    // Lao
    "ທ່ານນາງ",
    "ນາງສາວ",
    "ທ່ານ",
    "ທ້າວ",
    "ນາງ",
    "ນາຍ",
    "ທ. ",
    // Khmer
    "លោកជំទាវ",
    "លោកស្រី",
    "អ្នកស្រី",
    "កញ្ញា",
    "លោក",
    "ឯកឧត្តម",
    "អ្នកឧកញ៉ា",
    "ឧកញ៉ា",
    "សម្ដេច",
    "សម្តេច",
    // Chinese
    "先生",
    "女士",
    "小姐",
    "拿督斯里",
    "拿督",
    "丹斯里",
    "敦",
    // Bengali
    "মোছাম্মৎ",
    "শ্রীমতী",
    "জনাব",
    "ডাঃ",
    "ডা.",
    "ড.",
];

/// Abbreviated titles that are names without their full stop: Hun Sen, but Sen. Reyes.
pub(crate) fn is_dotted_title(plain: &str) -> bool {
    matches!(
        plain,
        "sen"
            | "rep"
            | "gov"
            | "eng"
            | "arch"
            | "col"
            | "gen"
            | "sec"
            | "asec"
            | "dir"
            | "brig"
            | "kap"
            | "pol"
            | "h"
            | "tn"
            | "ny"
            | "sdr"
            | "en"
            | "kh"
            | "hj"
            | "k"
            | "ust"
            | "insp"
            | "supt"
            | "amb"
    )
}

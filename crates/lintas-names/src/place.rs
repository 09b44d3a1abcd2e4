//! Place names: the words for province, district and village taken off, old and foreign names brought together, and the
//! region's towns looked up.

use std::collections::HashMap;
use std::sync::LazyLock;

use lintas_model::{Country, Point};

use crate::compare::{Comparison, Frequencies, compare};
use crate::name::{Name, Role};
use crate::script::Script;
use crate::sound::class::{Grain, class};
use crate::text::Unreadable;

/// A place name that has been read.
#[derive(Debug, Clone)]
pub struct PlaceName {
    written: String,
    core: Name,
    level: Option<Level>,
}

/// What kind of place the name says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Province, state, division or region.
    Province,
    /// District, regency, township, municipality.
    District,
    /// Subdistrict, commune, ward.
    Commune,
    /// Village, hamlet, quarter.
    Village,
    /// City or town.
    Town,
    /// Street or road.
    Street,
    /// Airport, harbour, border gate, bridge, market, island, river.
    Feature,
}

/// Words that say what kind of place it is, as written or glued in front or behind.
const WORDS: &[(Level, &str)] = &[
    (
        Level::Province,
        "province prov changwat tinh provinsi propinsi prov. negeri lalawigan khaet khett khoueng khwaeng division region state \
         จังหวัด จ. แขวง ແຂວງ ខេត្ត রাজ্য বিভাগ জেলা zila jela 省 州",
    ),
    (
        Level::District,
        "district amphoe amphur huyen quan srok khan muang mueang kabupaten kab kab. regency daerah upazila upozila thana \
         township municipality bayan อำเภอ อ. เขต ເມືອງ ស្រុក ខណ្ឌ উপজেলা থানা 县 區 区",
    ),
    (
        Level::Commune,
        "subdistrict tambon tambol xa phuong ward kecamatan kec kec. kelurahan desa mukim union khum sangkat commune ตำบล ต. \
         ឃុំ សង្កាត់ ইউনিয়ন 镇 鎮",
    ),
    (
        Level::Village,
        "village ban baan kampung kg kg. kampong kampoeng dusun barangay brgy brgy. sitio purok phum thon ap lang khet \
         หมู่บ้าน บ้าน ບ້ານ ភូមិ গ্রাম 村",
    ),
    (
        Level::Town,
        "city town kota bandar thanhpho tp tp. lungsod nakhon krung thi-tran thixa tx tx. เทศบาล ក្រុង শহর 市",
    ),
    (
        Level::Street,
        "street road jalan jl jl. jln jln. lorong soi thanon duong pho calle avenue ave lane ถนน ซอย ផ្លូវ সড়ক 路 街",
    ),
    (
        Level::Feature,
        "airport harbour harbor port pier border checkpoint gate bridge market island river pulau sungai kuala pelabuhan pasar koh ko \
         ด่าน ท่าเรือ ตลาด เกาะ สนามบิน ປະຕູ ច្រក កោះ ফেরিঘাট 口岸 港 岛 島",
    ),
];

/// Words that are parts of names as often as they say a level; they are taken off only when something is left.
static LEVELS: LazyLock<HashMap<String, Level>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for (level, words) in WORDS {
        for word in words.split_ascii_whitespace() {
            table.entry(internal(word.trim_end_matches('.'))).or_insert(*level);
        }
    }
    table
});

/// Level words that may be glued to a name, with the side they stand on: Chinese ones behind, others in front.
static GLUED: LazyLock<Vec<(String, Level, bool)>> = LazyLock::new(|| {
    let mut list: Vec<(String, Level, bool)> = Vec::new();
    for (level, words) in WORDS {
        for word in words.split_ascii_whitespace().filter(|word| !word.is_ascii()) {
            let behind = word.chars().next().and_then(Script::of) == Some(Script::Han);
            if behind || word.chars().count() > 1 {
                list.push((internal(word), *level, behind));
            }
        }
    }
    list.sort_by_key(|(word, _, _)| std::cmp::Reverse(word.len()));
    list
});

fn internal(word: &str) -> String {
    crate::text::clean(word).map_or_else(|_| word.to_owned(), |cleaned| cleaned.text)
}

/// One line, one place: names that sound unlike each other, old, foreign or short.
const SAME_PLACE: &[&str] = &[
    "ho chi minh city|ho chi minh|thanh pho ho chi minh|saigon|sai gon|hcmc|tphcm|thành phố hồ chí minh|hồ chí minh|sài gòn|胡志明市",
    "hanoi|ha noi|hà nội|河内",
    "bangkok|krung thep|krung thep maha nakhon|krungthep|กรุงเทพ|กรุงเทพมหานคร|กรุงเทพฯ|曼谷",
    "ayutthaya|phra nakhon si ayutthaya|ayudhya|พระนครศรีอยุธยา|อยุธยา",
    "korat|nakhon ratchasima|นครราชสีมา|โคราช",
    "ubon|ubon ratchathani|อุบลราชธานี|อุบล",
    "hat yai|haad yai|hatyai|หาดใหญ่",
    "phuket|ภูเก็ต|普吉",
    "pattaya|phatthaya|พัทยา",
    "chiang mai|chiengmai|เชียงใหม่|清迈",
    "mae sot|แม่สอด",
    "aranyaprathet|อรัญประเทศ",
    "yangon|rangoon|ရန်ကုန်|仰光",
    "mawlamyine|moulmein|mawlamyaing|မော်လမြိုင်",
    "myawaddy|မြဝတီ|เมียวดี|妙瓦底",
    "tachileik|တာချီလိတ်|ท่าขี้เหล็ก",
    "phnom penh|ភ្នំពេញ|พนมเปญ|nam vang|nam vang|金边",
    "sihanoukville|kampong som|preah sihanouk|ព្រះសីហនុ|ក្រុងព្រះសីហនុ|西哈努克|西港",
    "siem reap|siemreap|សៀមរាប|เสียมราฐ",
    "battambang|បាត់ដំបង|พระตะบอง",
    "poipet|ប៉ោយប៉ែត|ปอยเปต",
    "bavet|បាវិត",
    "vientiane|viangchan|wiang chan|vieng chan|ວຽງຈັນ|เวียงจันทน์|万象",
    "luang prabang|louangphabang|luang phabang|ຫຼວງພະບາງ|หลวงพระบาง",
    "savannakhet|savannakhét|ສະຫວັນນະເຂດ|สะหวันนะเขต",
    "pakse|pakxe|ປາກເຊ|ปากเซ",
    "golden triangle|sam liam thong kham|สามเหลี่ยมทองคำ|ສາມຫຼ່ຽມຄຳ|金三角",
    "kuala lumpur|kl|吉隆坡|กัวลาลัมเปอร์",
    "penang|pulau pinang|pinang|槟城|檳城|ปีนัง",
    "george town|georgetown",
    "malacca|melaka|马六甲",
    "johor bahru|johore bahru|johor baru|johor bharu|jb|新山",
    "kota kinabalu|jesselton|kk|亚庇",
    "ipoh|怡保",
    "port klang|pelabuhan klang|port swettenham",
    "padang besar|ปาดังเบซาร์",
    "jakarta|djakarta|batavia|dki jakarta|雅加达",
    "yogyakarta|jogjakarta|djogjakarta|jogja|yogya",
    "surabaya|soerabaja|surabaja|泗水",
    "bandung|bandoeng|万隆",
    "makassar|ujung pandang",
    "jayapura|hollandia",
    "medan|棉兰",
    "batam|峇淡|巴淡",
    "manila|maynila|马尼拉",
    "quezon city|lungsod quezon",
    "cebu|sugbu|宿务",
    "davao|dabaw",
    "dhaka|dacca|ঢাকা",
    "chittagong|chattogram|chattagram|চট্টগ্রাম",
    "cox's bazar|coxs bazar|cox bazar|কক্সবাজার",
    "teknaf|টেকনাফ",
    "jessore|jashore|যশোর",
    "comilla|cumilla|কুমিল্লা",
    "bogra|bogura|বগুড়া",
    "barisal|barishal|বরিশাল",
    "sylhet|srihatta|সিলেট",
    "singapore|singapura|temasek|新加坡|สิงคโปร์",
    "kolkata|calcutta|কলকাতা",
    "mumbai|bombay",
    "kunming|昆明",
    "hong kong|hongkong|xianggang|香港|ฮ่องกง",
    "macau|macao|澳门",
];

static PLACE_OF: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for (number, line) in SAME_PLACE.iter().enumerate() {
        for name in line.split('|') {
            table.entry(folded(name)).or_insert(number);
        }
    }
    table
});

fn folded(name: &str) -> String {
    let cleaned = crate::text::clean(name).map_or_else(|_| String::new(), |cleaned| cleaned.text);
    let letters: String =
        if cleaned.chars().all(|letter| Script::of(letter).is_none_or(|script| script == Script::Latin)) {
            crate::latin::spell(&cleaned.replace(' ', "")).eye
        } else {
            cleaned.to_lowercase().replace([' ', 'ฯ'], "")
        };
    letters
}

impl PlaceName {
    /// Reads a place name.
    ///
    /// # Errors
    /// [`Unreadable`] when the text is no name.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let cleaned = crate::text::clean(text)?.text;
        let mut level = None;
        let mut words: Vec<&str> = Vec::new();
        for word in cleaned.split([' ', ',', '(', ')']).filter(|word| !word.is_empty()) {
            let plain = crate::latin::spell(word).eye;
            let key = if plain.is_empty() { word.trim_end_matches('.') } else { plain.as_str() };
            match LEVELS.get(key) {
                Some(found) => level = level.or(Some(*found)),
                None => words.push(without_glued(word, &mut level)),
            }
        }
        let rest = words.join(" ");
        let core = Name::read(&rest).or_else(|_| Name::read(text))?;
        Ok(Self { written: text.to_owned(), core, level })
    }

    /// The text it was read from.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// What kind of place the name says it is.
    pub fn level(&self) -> Option<Level> {
        self.level
    }

    /// The name without its level.
    pub fn core(&self) -> &Name {
        &self.core
    }

    fn same_place(&self) -> Option<usize> {
        let core: Vec<&str> = self
            .core
            .parts()
            .iter()
            .filter(|part| part.role != Role::Remark)
            .map(|part| part.written.as_str())
            .collect();
        PLACE_OF.get(&folded(&self.written)).or_else(|| PLACE_OF.get(&folded(&core.join(" ")))).copied()
    }
}

/// Takes a level word off that is glued to the name (จังหวัดระนอง).
fn without_glued<'a>(word: &'a str, level: &mut Option<Level>) -> &'a str {
    if word.is_ascii() {
        return word;
    }
    for (glued, found, behind) in GLUED.iter() {
        let rest =
            if *behind { word.strip_suffix(glued.as_str()) } else { word.strip_prefix(glued.as_str()) };
        if let Some(rest) = rest
            && rest.chars().count() >= 2
            && rest.chars().next().is_some_and(crate::tokens::starts_a_word)
        {
            *level = level.or(Some(*found));
            return rest;
        }
    }
    word
}

/// Compares two place names. Old, foreign and short names of one well-known town count as the same; the levels must not
/// contradict, since a province and its capital often share a name.
pub fn compare_places(left: &PlaceName, right: &PlaceName) -> Comparison {
    let mut comparison = compare(&left.core, &right.core, &Frequencies::general());
    if let (Some(one), Some(other)) = (left.same_place(), right.same_place()) {
        comparison.score = Some(if one == other { 0.99 } else { comparison.score.unwrap_or(0.0).min(0.05) });
    }
    if let (Some(one), Some(other)) = (left.level, right.level)
        && one != other
    {
        comparison.score = comparison.score.map(|score| score * 0.7);
    }
    comparison
}

/// A town of the region.
#[derive(Debug, Clone, PartialEq)]
pub struct Town {
    /// Its usual English name.
    pub name: &'static str,
    /// Its country.
    pub country: Country,
    /// Its middle, with a radius that grows with its size.
    pub point: Point,
    /// People living there, as GeoNames has it.
    pub population: u32,
}

static TOWNS: LazyLock<Vec<Town>> = LazyLock::new(|| {
    include_str!("../data/towns.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut columns = line.split('\t');
            let name = columns.next()?;
            let country = columns.next()?.parse().ok()?;
            let (latitude, longitude) = (columns.next()?.parse().ok()?, columns.next()?.parse().ok()?);
            let population: u32 = columns.next()?.parse().ok()?;
            // A town of a million reaches some eight kilometres from its middle.
            let radius_m = (8.0 * f64::from(population.max(1_000)).sqrt()) as u32;
            Some(Town {
                name,
                country,
                point: Point::from_degrees(latitude, longitude, radius_m).ok()?,
                population,
            })
        })
        .collect()
});

static BY_CLASS: LazyLock<HashMap<String, Vec<usize>>> = LazyLock::new(|| {
    let mut table: HashMap<String, Vec<usize>> = HashMap::new();
    for (number, town) in TOWNS.iter().enumerate() {
        for spelling in town_keys(town.name) {
            table.entry(spelling).or_default().push(number);
        }
    }
    table
});

fn town_keys(name: &str) -> Vec<String> {
    let latin = crate::latin::spell(&name.replace([' ', '-', '\''], "")).eye;
    let whole = class(&latin, Grain::Consonants);
    let mut keys = vec![whole];
    if let Some(number) = PLACE_OF.get(&folded(name)) {
        keys.push(format!("={number}"));
    }
    keys
}

/// Towns of the region that a text may mean, likeliest first, with the score of each; `country` narrows the search.
/// Towns that score below one in two are left out.
pub fn towns(text: &str, country: Option<Country>, limit: usize) -> Vec<(&'static Town, f64)> {
    let Ok(place) = PlaceName::read(text) else { return Vec::new() };
    let mut keys: Vec<String> = Vec::new();
    if let Some(number) = place.same_place() {
        keys.push(format!("={number}"));
    }
    for spelling in place.core.romanisations(4).into_iter().chain([crate::latin::spell(text).eye]) {
        keys.push(class(&spelling.to_ascii_lowercase().replace(' ', ""), Grain::Consonants));
    }
    keys.sort();
    keys.dedup();
    let mut found: Vec<(&'static Town, f64)> = Vec::new();
    for number in keys.iter().filter_map(|key| BY_CLASS.get(key)).flatten() {
        let town = &TOWNS[*number];
        if country.is_some_and(|country| country != town.country)
            || found.iter().any(|(known, _)| *known == town)
        {
            continue;
        }
        let Ok(name) = PlaceName::read(town.name) else { continue };
        if let Some(score) = compare_places(&place, &name).score.filter(|score| *score >= 0.5) {
            found.push((town, score));
        }
    }
    found.sort_by(|one, other| other.1.total_cmp(&one.1).then(other.0.population.cmp(&one.0.population)));
    found.truncate(limit);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(left: &str, right: &str) -> f64 {
        compare_places(&PlaceName::read(left).unwrap(), &PlaceName::read(right).unwrap()).score.unwrap()
    }

    #[test]
    fn old_and_foreign_names_of_a_town_are_one() {
        assert!(score("Saigon", "Thành phố Hồ Chí Minh") > 0.9);
        assert!(score("Krung Thep", "Bangkok") > 0.9);
        assert!(score("Dacca", "ঢাকা") > 0.9);
        assert!(score("Penang", "Malacca") < 0.1);
    }

    #[test]
    fn the_word_for_the_level_is_no_part_of_the_name() {
        let place = PlaceName::read("จังหวัดระนอง").unwrap();
        assert_eq!(place.level(), Some(Level::Province));
        assert!(score("จังหวัดระนอง", "Ranong Province") > 0.8, "{}", score("จังหวัดระนอง", "Ranong Province"));
        assert_eq!(PlaceName::read("Kg. Baru").unwrap().level(), Some(Level::Village));
    }

    #[test]
    fn a_town_is_found_in_any_script() {
        assert_eq!(towns("เชียงราย", None, 1)[0].0.name, "Chiang Rai");
        assert_eq!(towns("Rangoon", None, 1)[0].0.name, "Yangon");
        assert_eq!(towns("Djakarta", None, 1)[0].0.name, "Jakarta");
        assert!(towns("xyzzy", None, 5).is_empty());
    }
}

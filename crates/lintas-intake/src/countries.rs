//! Countries by what files call them: ISO 3166-1 codes of two and three letters, English short names, the people's
//! name, and the region's own names for its countries.

use std::collections::HashMap;
use std::sync::OnceLock;

use lintas_model::Country;

use crate::table::words::normal;

/// The country that a text names, wholly and without doubt.
pub(crate) fn country_of(text: &str) -> Option<Country> {
    let trimmed = text.trim();
    if trimmed.len() == 2 && trimmed.bytes().all(|b| b.is_ascii_alphabetic()) {
        let code = trimmed.to_ascii_uppercase();
        return NAMES.iter().find(|(iso, _)| *iso == code).and_then(|(iso, _)| iso.parse().ok());
    }
    let wanted = normal(trimmed);
    if wanted.len() < 3 {
        return None;
    }
    static BY_NAME: OnceLock<HashMap<&'static str, &'static str>> = OnceLock::new();
    let by_name = BY_NAME
        .get_or_init(|| NAMES.iter().flat_map(|(iso, names)| names.split('|').map(|n| (n, *iso))).collect());
    by_name.get(wanted.as_str()).and_then(|iso| iso.parse().ok())
}

/// Code, then its names in the form in which headers are compared.
#[rustfmt::skip]
const NAMES: &[(&str, &str)] = &[
    ("AD", "and|andorra"),
    ("AE", "are|united arab emirates|emirati|uae"),
    ("AF", "afg|afghanistan|afghan"),
    ("AG", "atg|antigua and barbuda"),
    ("AI", "aia|anguilla"),
    ("AL", "alb|albania|albanian"),
    ("AM", "arm|armenia|armenian"),
    ("AO", "ago|angola|angolan"),
    ("AQ", "ata|antarctica"),
    ("AR", "arg|argentina|argentine|argentinian"),
    ("AS", "asm|american samoa"),
    ("AT", "aut|austria|austrian"),
    ("AU", "aus|australia|australian"),
    ("AW", "abw|aruba"),
    ("AX", "ala|åland islands"),
    ("AZ", "aze|azerbaijan|azerbaijani"),
    ("BA", "bih|bosnia and herzegovina|bosnian|bosnia"),
    ("BB", "brb|barbados"),
    ("BD", "bgd|bangladesh|bangladeshi|bangla desh|บังกลาเทศ|băng la đét|បង់ក្លាដែស|ບັງກະລາເທດ|বাংলাদেশ|বাংলাদেশি|বাংলাদেশী|warga bangladesh"),
    ("BE", "bel|belgium|belgian"),
    ("BF", "bfa|burkina faso|burkinabe"),
    ("BG", "bgr|bulgaria|bulgarian"),
    ("BH", "bhr|bahrain|bahraini"),
    ("BI", "bdi|burundi|burundian"),
    ("BJ", "ben|benin|beninese"),
    ("BL", "blm|saint barthélemy"),
    ("BM", "bmu|bermuda"),
    ("BN", "brn|brunei darussalam|bruneian|brunei"),
    ("BO", "bol|bolivia plurinational state of|bolivia|plurinational state of bolivia|bolivian"),
    ("BQ", "bes|bonaire sint eustatius and saba|sint eustatius and saba bonaire|bonaire"),
    ("BR", "bra|brazil|brazilian"),
    ("BS", "bhs|bahamas"),
    ("BT", "btn|bhutan|bhutanese"),
    ("BV", "bvt|bouvet island"),
    ("BW", "bwa|botswana|motswana"),
    ("BY", "blr|belarus|belarusian"),
    ("BZ", "blz|belize"),
    ("CA", "can|canada|canadian"),
    ("CC", "cck|cocos keeling islands|cocos"),
    ("CD", "cod|congo the democratic republic of the|the democratic republic of the congo|drc|dr congo|democratic republic of the congo|congo kinshasa|congo democratic republic"),
    ("CF", "caf|central african republic|central african"),
    ("CG", "cog|congolese|congo brazzaville|republic of the congo"),
    ("CH", "che|switzerland|swiss"),
    ("CI", "civ|côte divoire|ivorian|ivory coast|cote divoire"),
    ("CK", "cok|cook islands"),
    ("CL", "chl|chile|chilean"),
    ("CM", "cmr|cameroon|cameroonian"),
    ("CN", "chn|china|chinese|prc|peoples republic of china|จีน|trung quốc|ចិន|ຈີນ|cina|tsina|চীন|চীনা|tiongkok"),
    ("CO", "col|colombia|colombian"),
    ("CR", "cri|costa rica|costa rican"),
    ("CU", "cub|cuba|cuban"),
    ("CV", "cpv|cabo verde"),
    ("CW", "cuw|curaçao"),
    ("CX", "cxr|christmas island"),
    ("CY", "cyp|cyprus|cypriot"),
    ("CZ", "cze|czechia|czech|czech republic"),
    ("DE", "deu|germany|german"),
    ("DJ", "dji|djibouti|djiboutian"),
    ("DK", "dnk|denmark|danish|dane"),
    ("DM", "dma|dominica"),
    ("DO", "dom|dominican republic|dominican"),
    ("DZ", "dza|algeria|algerian"),
    ("EC", "ecu|ecuador|ecuadorian|ecuadorean"),
    ("EE", "est|estonia|estonian"),
    ("EG", "egy|egypt|egyptian"),
    ("EH", "esh|western sahara|sahrawi"),
    ("ER", "eri|eritrea|eritrean"),
    ("ES", "esp|spain|spanish|spaniard"),
    ("ET", "eth|ethiopia|ethiopian"),
    ("FI", "fin|finland|finnish|finn"),
    ("FJ", "fji|fiji|fijian"),
    ("FK", "flk|falkland islands malvinas|falkland islands"),
    ("FM", "fsm|micronesia federated states of|federated states of micronesia|micronesia"),
    ("FO", "fro|faroe islands"),
    ("FR", "fra|france|french"),
    ("GA", "gab|gabon|gabonese"),
    ("GB", "gbr|united kingdom|british|uk|great britain|england|english|scottish|welsh|united kingdom of great britain"),
    ("GD", "grd|grenada"),
    ("GE", "geo|georgia|georgian"),
    ("GF", "guf|french guiana"),
    ("GG", "ggy|guernsey"),
    ("GH", "gha|ghana|ghanaian"),
    ("GI", "gib|gibraltar"),
    ("GL", "grl|greenland"),
    ("GM", "gmb|gambia|gambian|the gambia"),
    ("GN", "gin|guinea|guinean"),
    ("GP", "glp|guadeloupe"),
    ("GQ", "gnq|equatorial guinea"),
    ("GR", "grc|greece|greek"),
    ("GS", "sgs|south georgia and the south sandwich islands"),
    ("GT", "gtm|guatemala|guatemalan"),
    ("GU", "gum|guam"),
    ("GW", "gnb|guinea bissau"),
    ("GY", "guy|guyana|guyanese"),
    ("HK", "hkg|hong kong|hongkong|hong kong sar"),
    ("HM", "hmd|heard island and mcdonald islands"),
    ("HN", "hnd|honduras|honduran"),
    ("HR", "hrv|croatia|croatian"),
    ("HT", "hti|haiti|haitian"),
    ("HU", "hun|hungary|hungarian"),
    ("ID", "idn|indonesia|indonesian|อินโดนีเซีย|in đô nê xi a|ឥណ្ឌូនេស៊ី|ອິນໂດເນເຊຍ|ইন্দোনেশিয়া|wni|indonesya|warga negara indonesia"),
    ("IE", "irl|ireland|irish"),
    ("IL", "isr|israel|israeli"),
    ("IM", "imn|isle of man"),
    ("IN", "ind|india|indian|อินเดีย|ấn độ|ឥណ្ឌា|ອິນເດຍ|ভারত|ভারতীয়"),
    ("IO", "iot|british indian ocean territory"),
    ("IQ", "irq|iraq|iraqi"),
    ("IR", "irn|iran islamic republic of|iran|islamic republic of iran|iranian|persian"),
    ("IS", "isl|iceland|icelandic"),
    ("IT", "ita|italy|italian"),
    ("JE", "jey|jersey"),
    ("JM", "jam|jamaica|jamaican"),
    ("JO", "jor|jordan|jordanian"),
    ("JP", "jpn|japan|japanese|ญี่ปุ่น|nhật bản|ជប៉ុន|ຍີ່ປຸ່ນ|jepang|jepun|জাপান|hapon"),
    ("KE", "ken|kenya|kenyan"),
    ("KG", "kgz|kyrgyzstan|kyrgyz|kyrgyzstani"),
    ("KH", "khm|cambodia|cambodian|khmer|kampuchea|kamboja|กัมพูชา|เขมร|campuchia|cam pu chia|កម្ពុជា|ខ្មែរ|ກໍາປູເຈຍ|ຂະເຫມນ|কম্বোডিয়া|কম্বোডিয়ান|kampuchean|kambodya"),
    ("KI", "kir|kiribati"),
    ("KM", "com|comoros|comoran|comorian"),
    ("KN", "kna|saint kitts and nevis"),
    ("KP", "prk|korea democratic peoples republic of|north korea|democratic peoples republic of korea|north korean|dprk|korea north"),
    ("KR", "kor|korea republic of|south korea|republic of korea|korea|south korean|korean|korea south|เกาหลีใต้|hàn quốc"),
    ("KW", "kwt|kuwait|kuwaiti"),
    ("KY", "cym|cayman islands"),
    ("KZ", "kaz|kazakhstan|kazakh|kazakhstani"),
    ("LA", "lao|lao peoples democratic republic|laos|laotian|lao pdr|ลาว|สปปลาว|lào|ឡាវ|ລາວ|ສປປ ລາວ|লাওস"),
    ("LB", "lbn|lebanon|lebanese"),
    ("LC", "lca|saint lucia"),
    ("LI", "lie|liechtenstein"),
    ("LK", "lka|sri lanka|sri lankan"),
    ("LR", "lbr|liberia|liberian"),
    ("LS", "lso|lesotho|basotho"),
    ("LT", "ltu|lithuania|lithuanian"),
    ("LU", "lux|luxembourg|luxembourger"),
    ("LV", "lva|latvia|latvian"),
    ("LY", "lby|libya|libyan"),
    ("MA", "mar|morocco|moroccan"),
    ("MC", "mco|monaco"),
    ("MD", "mda|moldova republic of|moldova|republic of moldova|moldovan"),
    ("ME", "mne|montenegro|montenegrin"),
    ("MF", "maf|saint martin french part|saint martin"),
    ("MG", "mdg|madagascar|malagasy"),
    ("MH", "mhl|marshall islands"),
    ("MK", "mkd|north macedonia|macedonian|macedonia"),
    ("ML", "mli|mali|malian"),
    ("MM", "mmr|myanmar|burmese|burma|myanmarese|พม่า|เมียนมา|เมียนมาร์|miến điện|មីយ៉ាន់ម៉ា|ភូមា|ພະມ້າ|ມຽນມາ|মিয়ানমার|မြန်မာ"),
    ("MN", "mng|mongolia|mongolian"),
    ("MO", "mac|macao"),
    ("MP", "mnp|northern mariana islands"),
    ("MQ", "mtq|martinique"),
    ("MR", "mrt|mauritania|mauritanian"),
    ("MS", "msr|montserrat"),
    ("MT", "mlt|malta|maltese"),
    ("MU", "mus|mauritius|mauritian"),
    ("MV", "mdv|maldives|maldivian"),
    ("MW", "mwi|malawi|malawian"),
    ("MX", "mex|mexico|mexican"),
    ("MY", "mys|malaysia|malaysian|มาเลเซีย|ma lai xi a|ម៉ាឡេស៊ី|ມາເລເຊຍ|মালয়েশিয়া|malaysya|warganegara malaysia"),
    ("MZ", "moz|mozambique|mozambican"),
    ("NA", "nam|namibia|namibian"),
    ("NC", "ncl|new caledonia"),
    ("NE", "ner|niger|nigerien"),
    ("NF", "nfk|norfolk island"),
    ("NG", "nga|nigeria|nigerian"),
    ("NI", "nic|nicaragua|nicaraguan"),
    ("NL", "nld|netherlands|dutch|holland|the netherlands"),
    ("NO", "nor|norway|norwegian"),
    ("NP", "npl|nepal|nepali|nepalese"),
    ("NR", "nru|nauru"),
    ("NU", "niu|niue"),
    ("NZ", "nzl|new zealand|new zealander"),
    ("OM", "omn|oman|omani"),
    ("PA", "pan|panama|panamanian"),
    ("PE", "per|peru|peruvian"),
    ("PF", "pyf|french polynesia"),
    ("PG", "png|papua new guinea|papua new guinean"),
    ("PH", "phl|philippines|filipino|filipina|philippine|the philippines|pilipinas|pilipino|ฟิลิปปินส์|phi líp pin|ហ្វីលីពីន|ຟີລິບປິນ|filipina national|ফিলিপাইন"),
    ("PK", "pak|pakistan|pakistani"),
    ("PL", "pol|poland|polish|pole"),
    ("PM", "spm|saint pierre and miquelon"),
    ("PN", "pcn|pitcairn"),
    ("PR", "pri|puerto rico"),
    ("PS", "pse|palestine state of|state of palestine|palestine|palestinian|palestinian territories"),
    ("PT", "prt|portugal|portuguese"),
    ("PW", "plw|palau"),
    ("PY", "pry|paraguay|paraguayan"),
    ("QA", "qat|qatar|qatari"),
    ("RE", "reu|réunion"),
    ("RO", "rou|romania|romanian"),
    ("RS", "srb|serbia|serbian"),
    ("RU", "rus|russian federation|russian|russia"),
    ("RW", "rwa|rwanda|rwandan"),
    ("SA", "sau|saudi arabia|saudi|saudi arabian|ksa"),
    ("SB", "slb|solomon islands"),
    ("SC", "syc|seychelles"),
    ("SD", "sdn|sudan|sudanese|the sudan"),
    ("SE", "swe|sweden|swedish|swede"),
    ("SG", "sgp|singapore|singaporean|สิงคโปร์|xinh ga po|សិង្ហបុរី|ສິງກະໂປ|singapura|সিঙ্গাপুর"),
    ("SH", "shn|saint helena ascension and tristan da cunha|ascension and tristan da cunha saint helena|saint helena"),
    ("SI", "svn|slovenia|slovenian|slovene"),
    ("SJ", "sjm|svalbard and jan mayen"),
    ("SK", "svk|slovakia|slovak"),
    ("SL", "sle|sierra leone|sierra leonean"),
    ("SM", "smr|san marino"),
    ("SN", "sen|senegal|senegalese"),
    ("SO", "som|somalia|somali|somalian"),
    ("SR", "sur|suriname|surinamese"),
    ("SS", "ssd|south sudan|south sudanese"),
    ("ST", "stp|sao tome and principe"),
    ("SV", "slv|el salvador|salvadoran"),
    ("SX", "sxm|sint maarten dutch part|sint maarten"),
    ("SY", "syr|syrian arab republic|syria|syrian"),
    ("SZ", "swz|eswatini|swazi|swaziland"),
    ("TC", "tca|turks and caicos islands"),
    ("TD", "tcd|chad|chadian"),
    ("TF", "atf|french southern territories"),
    ("TG", "tgo|togo|togolese"),
    ("TH", "tha|thailand|thai|siam|ไทย|ประเทศไทย|thái lan|thai lan|ថៃ|ໄທ|থাইল্যান্ড|থাই|taylandya|tailandia|muangthai"),
    ("TJ", "tjk|tajikistan|tajik|tajikistani"),
    ("TK", "tkl|tokelau"),
    ("TL", "tls|timor leste|timorese|east timor"),
    ("TM", "tkm|turkmenistan|turkmen"),
    ("TN", "tun|tunisia|tunisian"),
    ("TO", "ton|tonga"),
    ("TR", "tur|türkiye|turkish|turk|turkey"),
    ("TT", "tto|trinidad and tobago|trinidadian"),
    ("TV", "tuv|tuvalu"),
    ("TW", "twn|taiwan province of china|taiwan|province of china taiwan|taiwanese"),
    ("TZ", "tza|tanzania united republic of|tanzania|united republic of tanzania|tanzanian"),
    ("UA", "ukr|ukraine|ukrainian"),
    ("UG", "uga|uganda|ugandan"),
    ("UM", "umi|united states minor outlying islands"),
    ("US", "usa|united states|american|u s a|united states of america|america"),
    ("UY", "ury|uruguay|uruguayan"),
    ("UZ", "uzb|uzbekistan|uzbek|uzbekistani"),
    ("VA", "vat|holy see vatican city state|holy see"),
    ("VC", "vct|saint vincent and the grenadines"),
    ("VE", "ven|venezuela bolivarian republic of|venezuela|bolivarian republic of venezuela|venezuelan"),
    ("VG", "vgb|virgin islands british|british virgin islands|virgin islands"),
    ("VI", "vir|virgin islands us|us virgin islands"),
    ("VN", "vnm|viet nam|vietnam|vietnamese|เวียดนาม|việt nam|វៀតណាម|ຫວຽດນາມ|ভিয়েতনাম|byetnam|biyetnam|annam"),
    ("VU", "vut|vanuatu"),
    ("WF", "wlf|wallis and futuna"),
    ("WS", "wsm|samoa"),
    ("YE", "yem|yemen|yemeni"),
    ("YT", "myt|mayotte"),
    ("ZA", "zaf|south africa|south african"),
    ("ZM", "zmb|zambia|zambian"),
    ("ZW", "zwe|zimbabwe|zimbabwean"),
    ("XK", "kosovo|kosovar"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_known_by_code_name_or_people() {
        let check = |text, code: Option<&str>| {
            assert_eq!(country_of(text).map(|c| c.to_string()).as_deref(), code, "{text}")
        };
        for text in ["KH", "kh", "KHM", "Cambodia", "Cambodian", "กัมพูชา", "កម្ពុជា", "Campuchia", "Kamboja"]
        {
            check(text, Some("KH"));
        }
        check("Lao PDR", Some("LA"));
        check("Lao People's Democratic Republic", Some("LA"));
        check("Korea, North", Some("KP"));
        check("Viet Nam", Some("VN"));
        check("বাংলাদেশ", Some("BD"));
        check("Unknown", None);
        check("XX", None);
        check("", None);
    }

    #[test]
    fn every_name_is_listed_in_the_form_in_which_it_is_sought() {
        for (iso, names) in NAMES {
            for name in names.split('|') {
                assert_eq!(normal(name), name, "{iso}");
            }
        }
    }
}

//! Names of firms and other bodies: legal form apart, general words under one roof, the telling words compared like names.
//!
//! "Co., Ltd." and "Sdn Bhd" say where a firm is registered, "Trading" and "ค้าขาย" what it claims to do; neither says which firm
//! it is. Only the rest does, and it is transliterated as freely as a person's name.

use std::sync::LazyLock;

use crate::compare::{Comparison, Frequencies, compare};
use crate::name::Name;
use crate::text::{Unreadable, clean};

/// The name of a body that has been read.
#[derive(Debug, Clone)]
pub struct Organisation {
    written: String,
    core: Name,
    legal_form: Option<&'static str>,
    general: Vec<&'static str>,
}

/// Legal forms, a usual code and the ways it is written. Longer writings first within a line.
const LEGAL_FORMS: &[(&str, &str)] = &[
    (
        "Plc",
        "public company limited|public limited company|company public limited|plc|pcl|tbk|berhad|bhd|มหาชน|ກຸ່ມບໍລິສັດມະຫາຊົນ",
    ),
    (
        "Ltd",
        "private company limited|company limited|co limited|co ltd|coltd|private limited|pvt ltd|pte ltd|sdn bhd|sendirian berhad|sdn berhad|limited|\
         ltd|limited liability company|llc|gmbh|sarl|ltda|จำกัด|บริษัทจำกัด|công ty trách nhiệm hữu hạn|công ty tnhh|cong ty tnhh|tnhh một thành viên|tnhh mtv|\
         tnhh|cty tnhh|cty|ຈຳກັດ|ຈໍາກັດ|ឯ.ក|ឯកជន|লিমিটেড|প্রাইভেট লিমিটেড|有限责任公司|有限責任公司|有限公司",
    ),
    (
        "JSC",
        "joint stock company|jsc|công ty cổ phần|cong ty co phan|ctcp|cp|股份有限公司|perseroan terbatas|perseroan|pt|p t",
    ),
    (
        "Partnership",
        "limited partnership|ltd part|partnership|lp|llp|cv|c v|firma|ห้างหุ้นส่วนจำกัด|ห้างหุ้นส่วน|หจก|doanh nghiệp tư nhân|dntn|মেসার্স|messrs|m s",
    ),
    (
        "Inc",
        "incorporated|corporation|inc|corp|company|co|บริษัท|บมจ|บจก|công ty|cong ty|ບໍລິສັດ|ក្រុមហ៊ុន|কোম্পানি|公司|perusahaan|syarikat|kompanya",
    ),
    ("Foundation", "foundation|yayasan|มูลนิธิ|quỹ|ມູນນິທິ|មូលនិធិ|ফাউন্ডেশন|基金会|基金會"),
    (
        "Association",
        "association|society|union|persatuan|pertubuhan|สมาคม|hội|hiệp hội|ສະມາຄົມ|សមាគម|সমিতি|协会|協會|samahan",
    ),
];

/// General words by meaning, in the languages of the region.
const GENERAL: &[(&str, &str)] = &[
    ("group", "group|grup|กรุ๊ป|กลุ่ม|tập đoàn|tap doan|គ្រុប|গ্রুপ|集团|集團|holdings|holding|โฮลดิ้ง"),
    (
        "trading",
        "trading|trade|traders|dagang|perdagangan|perniagaan|ค้าขาย|เทรดดิ้ง|การค้า|thương mại|thuong mai|ការជួញដូរ|ພານິດ|ট্রেডিং|ট্রেডার্স|贸易|貿易",
    ),
    (
        "import export",
        "import export|impex|ekspor impor|export import|นำเข้าส่งออก|อิมปอร์ต เอ็กซ์ปอร์ต|xuất nhập khẩu|xuat nhap khau|នាំចេញ នាំចូល|进出口|進出口",
    ),
    (
        "service",
        "services|service|jasa|perkhidmatan|บริการ|เซอร์วิส|dịch vụ|dich vu|ບໍລິການ|សេវាកម្ម|সার্ভিস|服务|服務",
    ),
    (
        "travel",
        "travels|travel|tours|tour|tourism|pelancongan|wisata|perjalanan|ทัวร์|ท่องเที่ยว|du lịch|du lich|ທ່ອງທ່ຽວ|ទេសចរណ៍|ট্রাভেলস|旅游|旅遊|旅行社",
    ),
    (
        "recruitment",
        "recruitment|recruiting|recruiters|manpower|employment|overseas employment|agensi pekerjaan|tenaga kerja|จัดหางาน|xuất khẩu lao động|\
         cung ứng lao động|ຈັດຫາງານ|ជ្រើសរើសពលករ|রিক্রুটিং|জনশক্তি|劳务|勞務|人力",
    ),
    ("agency", "agencies|agency|agensi|agen|เอเจนซี่|ตัวแทน|đại lý|ភ្នាក់ងារ|এজেন্সি|代理"),
    (
        "construction",
        "construction|constructions|builders|pembinaan|konstruksi|ก่อสร้าง|xây dựng|xay dung|ກໍ່ສ້າງ|សំណង់|কনস্ট্রাকশন|建筑|建設|建设",
    ),
    (
        "transport",
        "transport|transportation|logistics|logistik|pengangkutan|angkutan|ขนส่ง|โลจิสติกส์|vận tải|van tai|ຂົນສົ່ງ|ដឹកជញ្ជូន|পরিবহন|物流|运输|運輸",
    ),
    (
        "shipping",
        "shipping|marine|maritime|perkapalan|pelayaran|เดินเรือ|hàng hải|ដឹកជញ្ជូនតាមសមុទ្រ|শিপিং|航运|航運|船务|船務",
    ),
    ("fishery", "fishery|fisheries|fishing|perikanan|ประมง|thủy sản|thuy san|ປະມົງ|នេសាទ|মৎস্য|渔业|漁業"),
    (
        "hotel",
        "hotels|hotel|โรงแรม|khách sạn|khach san|ໂຮງແຮມ|សណ្ឋាគារ|হোটেল|酒店|guesthouse|guest house|เกสต์เฮาส์|nhà nghỉ",
    ),
    ("resort", "resort|resorts|รีสอร์ท|khu nghỉ dưỡng|度假村"),
    (
        "casino",
        "casino|kasino|คาสิโน|กาสิโน|sòng bạc|ກາສິໂນ|កាស៊ីណូ|赌场|賭場|娱乐城|娛樂城|entertainment|บันเทิง|娱乐|娛樂",
    ),
    (
        "restaurant",
        "restaurant|restoran|rumah makan|ร้านอาหาร|ภัตตาคาร|nhà hàng|nha hang|ຮ້ານອາຫານ|ភោជនីយដ្ឋាន|রেস্তোরাঁ|餐厅|餐廳|karaoke|คาราโอเกะ",
    ),
    (
        "international",
        "international|internasional|antarabangsa|อินเตอร์เนชั่นแนล|นานาชาติ|quốc tế|quoc te|ສາກົນ|អន្តរជាតិ|ইন্টারন্যাশনাল|国际|國際|inter|global|world",
    ),
    (
        "development",
        "development|developments|pembangunan|pengembangan|พัฒนา|phát triển|phat trien|ພັດທະນາ|អភិវឌ្ឍន៍|উন্নয়ন|发展|發展",
    ),
    (
        "investment",
        "investment|investments|pelaburan|investasi|ลงทุน|đầu tư|dau tu|ລົງທຶນ|វិនិយោគ|বিনিয়োগ|投资|投資",
    ),
    (
        "technology",
        "technology|technologies|teknologi|tech|เทคโนโลยี|công nghệ|cong nghe|ເຕັກໂນໂລຊີ|បច្ចេកវិទ្យា|প্রযুক্তি|科技",
    ),
    ("bank", "bank|ธนาคาร|ngân hàng|ngan hang|ທະນາຄານ|ធនាគារ|ব্যাংক|银行|銀行"),
    (
        "industry",
        "industries|industry|industri|อุตสาหกรรม|công nghiệp|cong nghiep|ອຸດສາຫະກຳ|ឧស្សាហកម្ម|ইন্ডাস্ট্রিজ|工业|工業|実業|实业|實業",
    ),
    (
        "enterprise",
        "enterprises|enterprise|ventures|วิสาหกิจ|เอ็นเตอร์ไพรส์|doanh nghiệp|សហគ្រាស|এন্টারপ্রাইজ|企业|企業",
    ),
    ("and", "and|dan|และ|và|ແລະ|និង|এবং|与|和"),
    ("the", "the"),
];

static FORMS: LazyLock<Vec<(&'static str, String)>> = LazyLock::new(|| writings(LEGAL_FORMS));
static MEANINGS: LazyLock<Vec<(&'static str, String)>> = LazyLock::new(|| writings(GENERAL));

/// The writings of a table in internal form, longest first.
fn writings(table: &[(&'static str, &'static str)]) -> Vec<(&'static str, String)> {
    let mut list = Vec::new();
    for (code, writings) in table {
        for writing in writings.split('|') {
            if let Ok(cleaned) = clean(writing) {
                list.push((*code, spaced(&cleaned.text).trim().to_owned()));
            }
        }
    }
    list.sort_by_key(|(_, writing)| std::cmp::Reverse(writing.len()));
    list
}

impl Organisation {
    /// Reads the name of a body.
    ///
    /// # Errors
    /// [`Unreadable`] when the text is no name.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let cleaned = clean(text)?.text;
        let mut rest = spaced(&cleaned);
        let mut legal_form: Option<&'static str> = None;
        for (code, writing) in FORMS.iter() {
            if take(&mut rest, writing) {
                // The most special of several: "PT … Tbk" is listed on an exchange.
                let place = |code: &str| LEGAL_FORMS.iter().position(|(known, _)| *known == code);
                if legal_form.is_none_or(|known| place(code) < place(known)) {
                    legal_form = Some(*code);
                }
            }
        }
        let telling = rest.clone();
        let mut general = Vec::new();
        for (meaning, writing) in MEANINGS.iter() {
            if take(&mut rest, writing) && !general.contains(meaning) {
                general.push(*meaning);
            }
        }
        general.sort_unstable();
        // A firm may consist of general words only: "International Trading Co., Ltd."
        let core =
            Name::read(rest.trim()).or_else(|_| Name::read(telling.trim())).or_else(|_| Name::read(text))?;
        Ok(Self { written: text.to_owned(), core, legal_form, general })
    }

    /// The text it was read from.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The telling words.
    pub fn core(&self) -> &Name {
        &self.core
    }

    /// Kind of its legal form under its usual English code, for example `Ltd`.
    pub fn legal_form(&self) -> Option<&'static str> {
        self.legal_form
    }

    /// The general words, by their English meaning, sorted.
    pub fn general(&self) -> &[&'static str] {
        &self.general
    }
}

/// Compares two names of bodies: the telling words decide, general words that both have or only one has shift the score.
pub fn compare_organisations(
    left: &Organisation,
    right: &Organisation,
    frequencies: &Frequencies,
) -> Comparison {
    let mut comparison = compare(&left.core, &right.core, frequencies);
    let shared = left.general.iter().filter(|word| right.general.contains(word)).count();
    let other = left.general.len() + right.general.len() - 2 * shared;
    if let Some(score) = comparison.score {
        // Half a unit of log-odds for each general word, for or against; firms of one owner differ in them alone.
        let odds = (score.clamp(0.001, 0.999) / (1.0 - score.clamp(0.001, 0.999))).ln() + 0.5 * shared as f64
            - 0.5 * other as f64;
        let shifted = 1.0 / (1.0 + (-odds).exp());
        comparison.score = Some(if other == 0 && score >= 1.0 {
            1.0
        } else if score < 0.5 {
            score.min(shifted)
        } else {
            shifted
        });
    }
    comparison
}

/// Lower case, every run of punctuation one space, a space at both ends.
fn spaced(text: &str) -> String {
    let mut spaced = String::from(" ");
    for letter in text.chars().flat_map(char::to_lowercase) {
        let keep = letter.is_alphanumeric()
            || crate::script::Script::of(letter).is_some()
            || matches!(letter as u32, 0x300..=0x36f);
        if keep {
            spaced.push(letter);
        } else if letter != '\'' && !spaced.ends_with(' ') {
            spaced.push(' ');
        }
    }
    if !spaced.ends_with(' ') {
        spaced.push(' ');
    }
    spaced
}

/// Takes a writing out of the text; in Latin letters only whole words, in scripts without spaces anywhere at either end of a
/// word.
fn take(text: &mut String, writing: &str) -> bool {
    let whole = format!(" {writing} ");
    let mut found = false;
    while let Some(at) = text.find(&whole) {
        text.replace_range(at..at + whole.len(), " ");
        found = true;
    }
    let latin =
        writing.chars().any(|letter| crate::script::Script::of(letter) == Some(crate::script::Script::Latin));
    if !latin && writing.chars().count() >= 2 {
        for edge in [format!(" {writing}"), format!("{writing} ")] {
            while let Some(at) = text.find(&edge) {
                let rest: String = [&text[..at], " ", &text[at + edge.len()..]].concat();
                if rest.trim().is_empty() {
                    return found;
                }
                *text = rest;
                found = true;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(left: &str, right: &str) -> f64 {
        let (left, right) = (Organisation::read(left).unwrap(), Organisation::read(right).unwrap());
        compare_organisations(&left, &right, &Frequencies::general()).score.unwrap()
    }

    #[test]
    fn legal_forms_and_general_words_are_told_apart_from_the_name() {
        let firm = Organisation::read("บริษัท สยามรุ่งเรือง เทรดดิ้ง จำกัด").unwrap();
        assert_eq!((firm.legal_form(), firm.general()), (Some("Ltd"), &["trading"][..]));
        let firm = Organisation::read("PT. Maju Bersama Perdagangan Tbk").unwrap();
        assert_eq!((firm.legal_form(), firm.general()), (Some("Plc"), &["trading"][..]));
    }

    #[test]
    fn one_firm_is_found_across_languages_and_two_are_kept_apart() {
        assert!(score("Golden Lotus Trading Co., Ltd.", "GOLDEN LOTUS TRADING COMPANY LIMITED") > 0.95);
        assert!(score("Công ty TNHH Hoa Sen Vàng", "Hoa Sen Vang Company Limited") > 0.8);
        assert!(score("Golden Lotus Trading Co., Ltd.", "Silver Dragon Trading Co., Ltd.") < 0.3);
    }
}

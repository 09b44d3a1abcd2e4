//! What column headers are called in the nine languages of the network.
//!
//! Where a word means two
//! things (Malay `nama` is a person's or a place's name) the commoner one in police sheets stands here; the other
//! columns of the sheet correct it.

use std::collections::HashMap;
use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;

use crate::Meaning::{self, *};

/// A header in the form in which headers are compared.
pub(crate) fn normal(header: &str) -> String {
    let mut words = String::with_capacity(header.len());
    let mut before = ' ';
    for c in header.nfkc() {
        // `DateOfBirth` and `date_of_birth` are the same header.
        if c.is_ascii_uppercase() && (before.is_ascii_lowercase() || before.is_ascii_digit()) {
            words.push(' ');
        }
        if c.is_alphanumeric() || is_mark(c) {
            words.extend(c.to_lowercase());
        } else if c != '.' && c != '\'' && c != '’' && !words.ends_with(' ') {
            words.push(' ');
        }
        before = c;
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Vowel and tone marks, which stand above and below letters and are part of the word.
fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x0E31 | 0x0E34..=0x0E3A | 0x0E47..=0x0E4E | 0x0EB1 | 0x0EB4..=0x0EBC | 0x0EC8..=0x0ECE
        | 0x0981..=0x0983 | 0x09BC | 0x09BE..=0x09CD | 0x09D7 | 0x17B4..=0x17D3 | 0x17DD | 0x102B..=0x103E | 0x0300..=0x036F)
}

/// The meaning of a header, if it is one of those listed: as a whole, without what stands in brackets, or the part
/// in the brackets alone (`ชื่อ (Name)`).
pub(crate) fn meaning_of(header: &str) -> Option<Meaning> {
    let whole = normal(header);
    if whole.is_empty() {
        return None;
    }
    find(&whole)
        .or_else(|| {
            let (outside, rest) = header.split_once(['(', '[', '/', '（'])?;
            let inside = rest.trim_end_matches([')', ']', '）', ' ']);
            find(&normal(outside)).or_else(|| find(&normal(inside)))
        })
        .or_else(|| find(without_language(&whole)?))
        .or_else(|| find(whole.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ')))
        .or_else(|| find(whole.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ')))
}

/// `village_en`, `name_kh`: the header without the language its values are written in.
fn without_language(normal_header: &str) -> Option<&str> {
    const LANGUAGES: &[&str] = &[
        "en",
        "eng",
        "english",
        "th",
        "thai",
        "kh",
        "km",
        "khmer",
        "la",
        "lo",
        "lao",
        "vn",
        "vi",
        "vietnamese",
        "bn",
        "bd",
        "bangla",
        "bengali",
        "ms",
        "my",
        "malay",
        "fil",
        "ph",
        "mm",
        "latin",
        "local",
        "roman",
        "romanised",
        "romanized",
    ];
    normal_header.rsplit_once(' ').filter(|(_, last)| LANGUAGES.contains(last)).map(|(rest, _)| rest)
}

fn find(normal_header: &str) -> Option<Meaning> {
    static BY_HEADER: OnceLock<HashMap<String, Meaning>> = OnceLock::new();
    let by_header = BY_HEADER.get_or_init(|| {
        HEADERS.iter().flat_map(|(meaning, words)| words.iter().map(|w| (normal(w), *meaning))).collect()
    });
    by_header.get(normal_header).copied()
}

/// Meanings and the headers that say them: English; Thai; Vietnamese; Khmer; Lao; Malay and Indonesian; Filipino; Bengali.
#[rustfmt::skip]
const HEADERS: &[(Meaning, &[&str])] = &[
    (Name, &[
        "name", "full name", "fullname", "person name", "name of person", "suspect name", "name of suspect",
        "complete name", "names", "person", "suspect", "passenger name", "passenger", "traveller",
        "traveler", "client name", "subject name", "name as written", "main name", "primary name",
        "name english", "name latin", "customer name", "account holder", "ชื่อ", "ชื่อสกุล", "ชื่อ สกุล",
        "ชื่อ นามสกุล", "ชื่อนามสกุล", "ชื่อและนามสกุล", "ชื่อผู้ต้องสงสัย", "ชื่อผู้ต้องหา", "ชื่อเต็ม",
        "ชื่อตัวชื่อสกุล", "họ và tên", "họ tên", "tên đầy đủ", "tên", "tên đối tượng", "ho va ten",
        "ho ten", "ឈ្មោះ", "គោត្តនាម និងនាម", "នាមត្រកូល និងនាមខ្លួន", "ឈ្មោះពេញ", "គោត្តនាមនិងនាម",
        "ឈ្មោះជនសង្ស័យ", "ຊື່", "ຊື່ ແລະ ນາມສະກຸນ", "ຊື່ແລະນາມສະກຸນ", "ຊື່ເຕັມ", "ຊື່ ນາມສະກຸນ", "nama",
        "nama penuh", "nama lengkap", "nama suspek", "nama tersangka", "nama orang", "nama individu",
        "pangalan", "buong pangalan", "pangalan ng suspek", "নাম", "পূর্ণ নাম", "পুরো নাম",
        "সন্দেহভাজনের নাম", "ব্যক্তির নাম",
    ]),
    (GivenName, &[
        "given name", "given names", "first name", "firstname", "forename", "forenames", "fname",
        "christian name", "given", "ชื่อตัว", "ชื่อจริง", "tên riêng", "tên gọi", "នាមខ្លួន", "នាម",
        "ຊື່ແທ້", "ຊື່ຕົວ", "nama depan", "nama diberi", "nama pertama", "unang pangalan",
        "pangalang ibinigay", "প্রথম নাম", "প্রদত্ত নাম", "first and middle name",
    ]),
    (MiddleName, &[
        "middle name", "middlename", "middle names", "third name", "patronymic", "fathers name in full",
        "ชื่อกลาง", "tên đệm", "tên lót", "chữ đệm", "នាមកណ្តាល", "ຊື່ກາງ", "nama tengah",
        "gitnang pangalan", "মধ্য নাম", "মধ্যনাম",
    ]),
    (FamilyName, &[
        "family name", "surname", "last name", "lastname", "lname", "second name", "family", "นามสกุล",
        "สกุล", "họ", "tên họ", "គោត្តនាម", "នាមត្រកូល", "ត្រកូល", "ນາມສະກຸນ", "nama keluarga",
        "nama belakang", "nama akhir", "apelyido", "পদবি", "পদবী", "শেষ নাম", "উপাধি",
    ]),
    (Alias, &[
        "alias", "aliases", "aka", "also known as", "other name", "other names", "alternative name",
        "alternative names", "alt name", "alias names", "known as", "name in local script", "local name",
        "name local", "name in original script", "original script name", "romanised name", "romanized name",
        "name romanised", "transliteration", "spelling", "other spellings", "name variants", "name thai",
        "name khmer", "name lao", "name bangla", "thai name", "khmer name", "lao name", "english name",
        "name in english", "name in thai", "ชื่ออื่น", "ชื่อรอง", "นามแฝง", "ชื่อภาษาอังกฤษ", "ชื่ออังกฤษ",
        "tên khác", "bí danh", "tên gọi khác", "ឈ្មោះផ្សេងទៀត", "ឈ្មោះឡាតាំង", "ឈ្មោះជាអក្សរឡាតាំង",
        "ឈ្មោះហៅក្រៅ", "ຊື່ອື່ນ", "ຊື່ພາສາອັງກິດ", "nama lain", "nama samaran", "alias nama",
        "ibang pangalan", "alyas", "ছদ্মনাম", "অন্য নাম", "ইংরেজি নাম", "উপনাম",
    ]),
    (FormerName, &[
        "former name", "previous name", "maiden name", "birth name", "name at birth", "née", "ชื่อเดิม",
        "นามสกุลเดิม", "tên cũ", "ឈ្មោះដើម", "ຊື່ເກົ່າ", "nama lama", "nama asal", "dating pangalan",
        "পূর্বের নাম",
    ]),
    (Nickname, &[
        "nickname", "nick name", "nicknames", "street name", "call name", "ชื่อเล่น", "biệt danh",
        "tên thường gọi", "ឈ្មោះក្រៅ", "រហស្សនាម", "ຊື່ຫຼິ້ນ", "ຊື່ຫລິ້ນ", "nama panggilan", "nama gelaran",
        "julukan", "palayaw", "ডাকনাম", "ডাক নাম",
    ]),
    (Title, &[
        "title", "salutation", "prefix", "honorific", "คำนำหน้า", "คำนำหน้าชื่อ", "danh xưng", "គោរមងារ",
        "ຄຳນຳໜ້າ", "gelaran", "gelar", "titulo", "পদমর্যাদা",
    ]),
    (OrganisationName, &[
        "organisation", "organization", "company", "organisation name", "organization name", "company name",
        "agency name", "business name", "employer", "recruitment agency", "recruiting agency", "firm",
        "entity name", "บริษัท", "ชื่อบริษัท", "องค์กร", "หน่วยงาน", "công ty", "tổ chức", "tên công ty",
        "ក្រុមហ៊ុន", "អង្គការ", "ບໍລິສັດ", "ອົງການ", "syarikat", "nama syarikat", "perusahaan",
        "nama perusahaan", "organisasi", "pertubuhan", "kumpanya", "organisasyon", "ahensya", "প্রতিষ্ঠান",
        "কোম্পানি", "সংস্থা", "এজেন্সি",
    ]),
    (BirthDate, &[
        "date of birth", "birth date", "birthdate", "dob", "birthday", "born", "born on", "d o b",
        "year of birth", "birth year", "date birth", "วันเกิด", "วันเดือนปีเกิด", "วัน เดือน ปี เกิด",
        "วันเดือนปี เกิด", "ปีเกิด", "เกิดวันที่", "ngày sinh", "ngày tháng năm sinh", "năm sinh",
        "sinh ngày", "ngay sinh", "ថ្ងៃខែឆ្នាំកំណើត", "ថ្ងៃកំណើត", "ថ្ងៃ ខែ ឆ្នាំកំណើត", "ឆ្នាំកំណើត",
        "ວັນເດືອນປີເກີດ", "ວັນ ເດືອນ ປີ ເກີດ", "ວັນເກີດ", "tarikh lahir", "tanggal lahir", "tgl lahir",
        "tahun lahir", "petsa ng kapanganakan", "araw ng kapanganakan", "kapanganakan", "kaarawan",
        "জন্ম তারিখ", "জন্মতারিখ", "জন্মদিন", "জন্ম সাল",
    ]),
    (Age, &[
        "age", "age years", "age in years", "อายุ", "tuổi", "អាយុ", "ອາຍຸ", "umur", "usia", "edad", "gulang",
        "বয়স", "বয়স",
    ]),
    (BirthPlace, &[
        "place of birth", "birth place", "birthplace", "pob", "born in", "city of birth", "country of birth",
        "สถานที่เกิด", "บ้านเกิด", "nơi sinh", "quê quán", "ទីកន្លែងកំណើត", "ស្រុកកំណើត", "ສະຖານທີ່ເກີດ",
        "ບ້ານເກີດ", "tempat lahir", "lugar ng kapanganakan", "জন্মস্থান", "জন্ম স্থান",
    ]),
    (Gender, &[
        "gender", "sex", "m f", "เพศ", "giới tính", "ភេទ", "ເພດ", "jantina", "jenis kelamin", "kelamin",
        "kasarian", "লিঙ্গ",
    ]),
    (Nationality, &[
        "nationality", "citizenship", "citizen", "nationalities", "citizen of", "สัญชาติ", "quốc tịch",
        "សញ្ជាតិ", "ສັນຊາດ", "warganegara", "kewarganegaraan", "kebangsaan", "nasyonalidad",
        "pagkamamamayan", "জাতীয়তা", "জাতীয়তা", "নাগরিকত্ব",
    ]),
    (Country, &[
        "country", "country code", "country name", "cc", "nation", "state of residence",
        "country of residence", "ประเทศ", "quốc gia", "nước", "ប្រទេស", "ປະເທດ", "negara", "bansa", "দেশ",
    ]),
    (DocumentNumber, &[
        "passport", "passport number", "passport no", "document number", "document no", "id number", "id no",
        "identity number", "identity card", "national id", "national id number", "national id no", "id card",
        "id card number", "nid", "nik", "nric", "ic number", "ic no", "mykad", "travel document",
        "travel document number", "border pass", "visa number", "soc sec id", "ssn", "identification number",
        "identification", "เลขบัตรประชาชน", "เลขประจำตัวประชาชน", "บัตรประชาชน", "หมายเลขหนังสือเดินทาง",
        "เลขหนังสือเดินทาง", "หนังสือเดินทาง", "เลขที่หนังสือเดินทาง", "พาสปอร์ต", "เลขประจำตัว",
        "số hộ chiếu", "hộ chiếu", "cmnd", "cccd", "số cmnd", "số cccd", "căn cước", "số căn cước",
        "លេខលិខិតឆ្លងដែន", "លិខិតឆ្លងដែន", "អត្តសញ្ញាណប័ណ្ណ", "លេខអត្តសញ្ញាណប័ណ្ណ", "ໜັງສືຜ່ານແດນ",
        "ເລກໜັງສືຜ່ານແດນ", "ບັດປະຈຳຕົວ", "ເລກບັດປະຈຳຕົວ", "no pasport", "nombor pasport", "pasport",
        "no paspor", "nomor paspor", "paspor", "no kp", "no kad pengenalan", "kad pengenalan", "no ktp",
        "nomor ktp", "ktp", "pasaporte", "numero ng pasaporte", "পাসপোর্ট", "পাসপোর্ট নম্বর", "এনআইডি",
        "জাতীয় পরিচয়পত্র", "জাতীয় পরিচয়পত্র নম্বর",
    ]),
    (DocumentType, &[
        "document type", "type of document", "id type", "ประเภทเอกสาร", "loại giấy tờ", "ប្រភេទឯកសារ",
        "ປະເພດເອກະສານ", "jenis dokumen", "uri ng dokumento", "নথির ধরন",
    ]),
    (Phone, &[
        "phone", "phone number", "phone no", "telephone", "telephone number", "telephone no", "tel",
        "tel no", "mobile", "mobile number", "mobile no", "mobile phone", "cell", "cellphone", "cell phone",
        "contact number", "contact no", "home phone", "phones", "phone numbers", "msisdn", "whatsapp",
        "whatsapp number", "sim", "sim number", "โทรศัพท์", "เบอร์โทร", "เบอร์โทรศัพท์", "หมายเลขโทรศัพท์",
        "เบอร์มือถือ", "มือถือ", "โทร", "โทรศัพท์มือถือ", "số điện thoại", "điện thoại", "sđt", "sdt",
        "di động", "số di động", "លេខទូរស័ព្ទ", "ទូរស័ព្ទ", "លេខទូរសព្ទ", "ទូរសព្ទ", "ເບີໂທ", "ເບີໂທລະສັບ",
        "ໂທລະສັບ", "ໂທ", "telefon", "no telefon", "nombor telefon", "telepon", "no telepon", "nomor telepon",
        "no hp", "nomor hp", "hp", "no tel", "telepono", "numero ng telepono", "selpon", "ফোন", "ফোন নম্বর",
        "মোবাইল", "মোবাইল নম্বর", "টেলিফোন",
    ]),
    (Email, &[
        "email", "e mail", "mail", "email address", "e mail address", "อีเมล", "อีเมล์", "thư điện tử",
        "អ៊ីមែល", "ອີເມວ", "emel", "surel", "ইমেইল", "ই মেইল",
    ]),
    (Handle, &[
        "facebook", "line id", "line", "telegram", "wechat", "viber", "zalo", "messenger", "username",
        "user name", "user id", "social media", "handle", "instagram", "tiktok", "imo", "facebook id",
        "ไลน์", "เฟซบุ๊ก", "ไอดีไลน์", "ហ្វេសប៊ុក", "ເຟສບຸກ", "ফেসবুক",
    ]),
    (Account, &[
        "account", "account number", "account no", "bank account", "bank account number", "bank account no",
        "iban", "wallet", "wallet address", "acct", "acct no", "บัญชี", "เลขบัญชี", "เลขที่บัญชี",
        "บัญชีธนาคาร", "หมายเลขบัญชี", "số tài khoản", "tài khoản", "stk", "លេខគណនី", "គណនី", "គណនីធនាគារ",
        "ເລກບັນຊີ", "ບັນຊີ", "no akaun", "nombor akaun", "akaun bank", "no rekening", "nomor rekening",
        "rekening", "numero ng account", "হিসাব নম্বর", "অ্যাকাউন্ট নম্বর", "ব্যাংক হিসাব",
    ]),
    (Plate, &[
        "plate", "plate number", "plate no", "license plate", "licence plate", "number plate",
        "registration", "registration number", "registration no", "registration plate",
        "vehicle registration", "vehicle number", "vehicle no", "vehicle plate", "car plate",
        "vessel number", "imo number", "vehicle", "ทะเบียนรถ", "ทะเบียน", "เลขทะเบียน", "หมายเลขทะเบียน",
        "ป้ายทะเบียน", "biển số", "biển số xe", "biển kiểm soát", "ស្លាកលេខ", "ផ្លាកលេខ", "ស្លាកលេខរថយន្ត",
        "ທະບຽນລົດ", "ປ້າຍລົດ", "ເລກທະບຽນ", "no plat", "nombor plat", "nombor pendaftaran", "plat nomor",
        "nomor polisi", "nopol", "no pendaftaran kenderaan", "plaka", "numero ng plaka", "গাড়ির নম্বর",
        "গাড়ির নম্বর", "নম্বর প্লেট",
    ]),
    (VehicleDescription, &[
        "vehicle type", "vehicle make", "vehicle model", "vehicle colour", "vehicle color", "make", "model",
        "make and model", "ยี่ห้อรถ", "ประเภทรถ", "loại xe", "ប្រភេទយានយន្ត", "ປະເພດລົດ", "jenis kenderaan",
        "jenis kendaraan", "uri ng sasakyan", "গাড়ির ধরন",
    ]),
    (Address, &[
        "address", "home address", "residential address", "residence", "current address",
        "permanent address", "full address", "ที่อยู่", "ที่อยู่ปัจจุบัน", "ที่พัก", "địa chỉ", "nơi ở",
        "chỗ ở hiện nay", "dia chi", "អាសយដ្ឋាន", "ទីលំនៅ", "ທີ່ຢູ່", "ທີ່ຢູ່ປັດຈຸບັນ", "alamat",
        "alamat rumah", "tirahan", "adres", "ঠিকানা", "বর্তমান ঠিকানা", "স্থায়ী ঠিকানা",
    ]),
    (AddressPart, &[
        "street", "street number", "street address", "address 1", "address 2", "address 3", "address line 1",
        "address line 2", "suburb", "city", "town", "village", "commune", "district", "sub district",
        "subdistrict", "province", "state", "region", "county", "division", "upazila", "barangay",
        "municipality", "postcode", "postal code", "zip", "zip code", "zipcode", "admin1", "admin2",
        "postcode fake", "ตำบล", "อำเภอ", "จังหวัด", "แขวง", "เขต", "หมู่บ้าน", "ถนน", "รหัสไปรษณีย์", "xã",
        "phường", "huyện", "quận", "tỉnh", "thành phố", "thôn", "đường", "ភូមិ", "ឃុំ", "សង្កាត់", "ស្រុក",
        "ខណ្ឌ", "ខេត្ត", "រាជធានី", "ບ້ານ", "ເມືອງ", "ແຂວງ", "jalan", "daerah", "mukim", "negeri", "bandar",
        "poskod", "kampung", "desa", "kelurahan", "kecamatan", "kabupaten", "kota", "provinsi", "kode pos",
        "lungsod", "bayan", "lalawigan", "গ্রাম", "থানা", "উপজেলা", "জেলা", "বিভাগ", "ইউনিয়ন",
    ]),
    (Place, &[
        "place", "place name", "location", "location name", "venue", "rest house", "resthouse", "safe house",
        "safehouse", "crossing", "border crossing", "checkpoint", "site", "where", "place of incident",
        "incident location", "location of incident", "location of arrest", "place of arrest",
        "location of death", "hotel", "house", "stop", "สถานที่", "สถานที่เกิดเหตุ", "ที่เกิดเหตุ",
        "จุดผ่านแดน", "ด่าน", "địa điểm", "nơi xảy ra", "cửa khẩu", "ទីកន្លែង", "ទីតាំង", "ទីកន្លែងកើតហេតុ",
        "ច្រកទ្វារព្រំដែន", "ສະຖານທີ່", "ສະຖານທີ່ເກີດເຫດ", "ດ່ານ", "tempat", "lokasi", "tempat kejadian",
        "lugar", "lokasyon", "pinangyarihan", "স্থান", "ঘটনাস্থল", "অবস্থান",
    ]),
    (Latitude, &[
        "latitude", "lat", "y", "gps lat", "gps latitude", "lat dd", "ละติจูด", "vĩ độ", "រយៈទទឹង",
        "ເສັ້ນຂະໜານ", "latitud", "lintang", "latitudo", "অক্ষাংশ",
    ]),
    (Longitude, &[
        "longitude", "lon", "long", "lng", "x", "gps lon", "gps long", "gps longitude", "long dd",
        "ลองจิจูด", "kinh độ", "រយៈបណ្តោយ", "ເສັ້ນແວງ", "longitud", "bujur", "longhitud", "দ্রাঘিমাংশ",
    ]),
    (Coordinates, &[
        "coordinates", "coordinate", "gps", "gps coordinates", "lat lon", "lat long", "lat lng", "position",
        "geolocation", "geo", "พิกัด", "tọa độ", "toạ độ", "និយាមកា", "កូអរដោនេ", "ພິກັດ", "koordinat",
        "koordinado", "স্থানাঙ্ক",
    ]),
    (Occupation, &[
        "occupation", "profession", "job", "job title", "rank", "function", "designation", "work",
        "employment", "อาชีพ", "ตำแหน่ง", "nghề nghiệp", "chức vụ", "មុខរបរ", "ອາຊີບ", "pekerjaan",
        "jawatan", "jabatan", "trabaho", "hanapbuhay", "পেশা",
    ]),
    (Description, &[
        "description", "remark", "remarks", "note", "notes", "comment", "comments", "appearance", "marks",
        "distinguishing marks", "details", "other information", "additional information", "หมายเหตุ",
        "รายละเอียด", "ตำหนิรูปพรรณ", "ghi chú", "mô tả", "đặc điểm", "កំណត់សម្គាល់", "បរិយាយ", "ផ្សេងៗ",
        "ໝາຍເຫດ", "ລາຍລະອຽດ", "catatan", "keterangan", "butiran", "ciri ciri", "deskripsi", "paglalarawan",
        "puna", "মন্তব্য", "বিবরণ", "বর্ণনা",
    ]),
    (Date, &[
        "date", "when", "event date", "incident date", "date of incident", "reported date", "date reported",
        "date of arrest", "arrest date", "arrival date", "date of arrival", "entry date", "date of entry",
        "travel date", "departure date", "date of departure", "seen on", "date seen", "first seen",
        "start date", "from date", "datetime", "date time", "timestamp", "date and time", "transaction date",
        "call date", "found dead date", "website date", "วันที่", "วันที่เกิดเหตุ", "วันที่จับกุม",
        "วันเดินทาง", "วันเวลา", "วันที่เข้า", "ngày", "ngày xảy ra", "ngày bắt", "ngày đến", "thời gian",
        "ngày giờ", "កាលបរិច្ឆេទ", "ថ្ងៃខែ", "ថ្ងៃកើតហេតុ", "ថ្ងៃចាប់ខ្លួន", "ວັນທີ", "ວັນທີເກີດເຫດ",
        "ວັນທີຈັບ", "tarikh", "tarikh kejadian", "tarikh tangkapan", "tanggal", "tgl", "tanggal kejadian",
        "petsa", "petsa ng insidente", "তারিখ", "ঘটনার তারিখ", "গ্রেপ্তারের তারিখ",
    ]),
    (Time, &[
        "time", "time of day", "hour", "call time", "time seen", "เวลา", "giờ", "ម៉ោង", "ເວລາ", "masa",
        "waktu", "jam", "pukul", "oras", "সময়", "সময়",
    ]),
    (Year, &[
        "year", "incident year", "reported year", "ปี", "năm", "ឆ្នាំ", "ປີ", "tahun", "taon", "বছর", "সাল",
    ]),
    (Month, &[
        "month", "reported month", "incident month", "เดือน", "tháng", "ខែ", "ເດືອນ", "bulan", "buwan",
        "মাস",
    ]),
    (EndDate, &[
        "end date", "last seen", "to date", "until", "date ended", "วันที่สิ้นสุด", "ngày kết thúc",
        "ថ្ងៃបញ្ចប់", "ວັນສິ້ນສຸດ", "tarikh tamat", "tanggal selesai", "petsa ng pagtatapos", "শেষ তারিখ",
    ]),
    (EntityType, &[
        "entity type", "type of entity", "record type", "subject type", "sdn type", "schema",
    ]),
    (Category, &[
        "category", "type", "kind", "incident type", "event type", "type of event", "place type",
        "cause of death", "offence", "offense", "crime", "charge", "charges", "ประเภท", "ข้อหา",
        "ฐานความผิด", "loại", "tội danh", "hành vi", "ប្រភេទ", "បទល្មើស", "ປະເພດ", "ຂໍ້ຫາ", "jenis",
        "kategori", "kesalahan", "tindak pidana", "uri", "kategorya", "ধরন", "অপরাধ",
    ]),
    (Status, &[
        "status", "legal status", "case status", "state of case", "สถานะ", "tình trạng", "trạng thái",
        "ស្ថានភាព", "ສະຖານະ", "katayuan", "অবস্থা",
    ]),
    (Listing, &[
        "list", "listing", "programme", "program", "sanctions list", "watchlist", "บัญชีรายชื่อ",
        "danh sách", "បញ្ជី", "ບັນຊີລາຍຊື່", "senarai", "daftar", "listahan", "তালিকা",
    ]),
    (DeadCount, &[
        "dead", "number of dead", "deaths", "no of dead", "killed", "จำนวนผู้เสียชีวิต", "số người chết",
        "meninggal", "jumlah kematian",
    ]),
    (MissingCount, &[
        "missing", "number of missing", "minimum estimated number of missing", "no of missing",
        "จำนวนผู้สูญหาย", "số người mất tích", "hilang",
    ]),
    (SurvivorCount, &[
        "survivors", "number of survivors", "no of survivors", "จำนวนผู้รอดชีวิต", "số người sống sót",
        "selamat",
    ]),
    (PersonCount, &[
        "number of persons", "number of people", "persons", "people", "count", "total", "headcount",
        "number of migrants", "migrants", "จำนวนคน", "จำนวน", "số người", "số lượng", "ចំនួនមនុស្ស", "ចំនួន",
        "ຈຳນວນຄົນ", "ຈຳນວນ", "bilangan orang", "jumlah orang", "jumlah", "bilang ng tao", "সংখ্যা", "মোট",
    ]),
    (Route, &[
        "route", "migration route", "travel route", "เส้นทาง", "tuyến đường", "lộ trình", "ផ្លូវ",
        "ເສັ້ນທາງ", "laluan", "rute", "ruta", "পথ", "রুট",
    ]),
    (SourceUrl, &[
        "url", "link", "web", "website", "source url", "web link",
    ]),
    (SourceId, &[
        "id", "record id", "no", "number", "ref", "reference", "ref no", "reference number", "case number",
        "case no", "file number", "serial", "serial no", "sl no", "s no", "sr no", "row id", "uid", "uuid",
        "main id", "incident id", "person id", "entity id", "source id", "ลำดับ", "ลำดับที่", "ที่",
        "เลขที่", "รหัส", "stt", "số thứ tự", "mã số", "mã", "លេខរៀង", "ល រ", "លរ", "លេខសំណុំរឿង", "ລຳດັບ",
        "ລ ດ", "bil", "no rujukan", "nomor", "bilang", "numero", "ক্রমিক", "ক্রমিক নং", "আইডি",
    ]),
    (Role, &[
        "role", "role in case", "stated role", "suspected role", "role in process", "involvement", "บทบาท",
        "vai trò", "តួនាទី", "ບົດບາດ", "peranan", "peran", "papel", "ginampanan", "ভূমিকা",
    ]),
    (Language, &[
        "language", "languages", "primary language", "mother tongue", "ภาษา", "ngôn ngữ", "ភាសា", "ພາສາ",
        "bahasa", "wika", "ভাষা",
    ]),
    (RecruitmentMethod, &[
        "method of recruitment", "recruitment method", "how recruited", "วิธีการชักชวน",
        "hình thức tuyển mộ", "cara rekrutmen", "kaedah pengambilan",
    ]),
    (MeansOfControl, &[
        "methods of control", "means of control", "control", "วิธีการควบคุม", "biện pháp kiểm soát",
        "cara kawalan",
    ]),
    (Exploitation, &[
        "type of exploitation", "exploitation", "exploitation type", "form of exploitation",
        "รูปแบบการแสวงประโยชน์", "hình thức bóc lột", "bentuk eksploitasi", "jenis eksploitasi",
        "শোষণের ধরন",
    ]),
    (Industry, &[
        "industry", "sector", "forced labour industry", "forced labor industry", "อุตสาหกรรม", "ngành",
        "industri",
    ]),
    (VictimStatus, &[
        "victim", "is victim", "victim status", "trafficking status", "victim of trafficking", "vot",
        "ผู้เสียหาย", "เหยื่อ", "nạn nhân", "ជនរងគ្រោះ", "ຜູ້ເຄາະຮ້າຍ", "mangsa", "korban", "biktima",
        "ভিকটিম", "ভুক্তভোগী",
    ]),
    (VictimName, &[
        "victim name", "name of victim", "victims name", "survivor name", "name of survivor",
        "beneficiary name", "ชื่อผู้เสียหาย", "ชื่อเหยื่อ", "tên nạn nhân", "họ tên nạn nhân",
        "ឈ្មោះជនរងគ្រោះ", "ຊື່ຜູ້ເຄາະຮ້າຍ", "nama mangsa", "nama korban", "pangalan ng biktima",
        "ভিকটিমের নাম", "ভুক্তভোগীর নাম",
    ]),
    (Grade, &[
        "grade", "grading", "evaluation", "source evaluation", "intelligence grade", "reliability",
        "source grade", "4x4", "6x6", "5x5x5", "admiralty", "admiralty code",
    ]),
    (Handling, &[
        "handling", "handling code", "handling codes", "tlp", "classification", "dissemination", "marking",
    ]),
    (ReportText, &[
        "report", "report text", "narrative", "statement", "information", "intelligence", "text", "summary",
        "facts", "circumstances", "พฤติการณ์", "ข้อเท็จจริง", "รายงาน", "nội dung", "báo cáo", "របាយការណ៍",
        "អង្គហេតុ", "ລາຍງານ", "laporan", "ulat", "প্রতিবেদন",
    ]),
    (ReportTitle, &[
        "headline", "subject line", "report title",
    ]),
    (SourceReference, &[
        "source", "source reference", "source number", "informant number", "information source",
        "source ref", "แหล่งข่าว", "nguồn", "ប្រភព", "ແຫຼ່ງຂ່າວ", "sumber", "pinagmulan", "সূত্র",
    ]),
    (Subject, &[
        "subject", "subject id", "target id", "traveller id", "person ref", "device", "device id",
    ]),
    (ContactFrom, &[
        "from", "caller", "calling number", "caller number", "a number", "a party", "sender", "payer",
        "originator", "calling party", "ผู้โทร", "người gọi", "pemanggil", "tumawag",
    ]),
    (ContactTo, &[
        "to", "callee", "called number", "b number", "b party", "receiver", "recipient", "payee",
        "beneficiary", "called party", "ผู้รับ", "người nhận", "penerima", "tinawagan", "target",
    ]),
    (ContactKind, &[
        "relation", "relationship", "contact type", "relation type", "link type", "ความสัมพันธ์", "quan hệ",
        "ទំនាក់ទំនង", "ຄວາມສຳພັນ", "hubungan", "relasyon", "সম্পর্ক",
    ]),
    (ContactAmount, &[
        "weight", "calls", "number of calls", "amount", "value", "จำนวนเงิน", "số tiền", "ចំនួនទឹកប្រាក់",
        "ຈຳນວນເງິນ", "jumlah wang", "halaga", "পরিমাণ",
    ]),
    (Ignore, &[
        "lintas row", "lintas sheet", "lintas reason", "lintas next step", "lintas column", "lintas code",
    ]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_understood_in_nine_languages() {
        let check = |header, expected| assert_eq!(meaning_of(header), Some(expected), "{header}");
        for header in [
            "Full Name",
            "full_name",
            "FullName",
            "ชื่อ-สกุล",
            "Họ và tên",
            "ឈ្មោះ",
            "ຊື່ ແລະ ນາມສະກຸນ",
            "Nama Lengkap",
            "Buong Pangalan",
            "নাম",
            "ชื่อ (Name)",
        ] {
            check(header, Name);
        }
        for header in [
            "DOB",
            "D.O.B.",
            "DateOfBirth",
            "วันเดือนปีเกิด",
            "Ngày sinh",
            "ថ្ងៃខែឆ្នាំកំណើត",
            "ວັນເດືອນປີເກີດ",
            "Tarikh Lahir",
            "Tanggal Lahir",
            "জন্ম তারিখ",
        ] {
            check(header, BirthDate);
        }
        for header in [
            "Tel. No.",
            "เบอร์โทรศัพท์",
            "SĐT",
            "លេខទូរស័ព្ទ",
            "ເບີໂທ",
            "No. Telefon",
            "Nomor HP",
            "Telepono",
            "মোবাইল নম্বর",
            "Phone 2",
        ] {
            check(header, Phone);
        }
        check("name_kh", Name);
        check("village_en", AddressPart);
        check("Plate no.", Plate);
        check("Passport No.", DocumentNumber);
        check("ទីកន្លែងកំណើត / Place of birth", BirthPlace);
    }

    #[test]
    fn no_header_has_two_meanings() {
        let mut seen = std::collections::BTreeMap::new();
        for (meaning, words) in HEADERS {
            for word in *words {
                let before = seen.insert(normal(word), *meaning);
                assert!(before.is_none_or(|b| b == *meaning), "{word}: {before:?} and {meaning}");
            }
        }
        for meaning in Meaning::ALL {
            assert_eq!(meaning.as_str().parse(), Ok(*meaning));
        }
    }
}

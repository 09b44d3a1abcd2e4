//! What documents say beside the records: passages of the requests and of the operation order, written by their owners.
//!
//! The translations are drafts for looking at type and line breaks, not legal wording, and documents say so.

use lintas_model::Language;

use super::act::{Act, Deed};
use super::cast::act;

/// A part of a document in English and in the languages of the states that are asked.
struct Part {
    name: &'static str,
    texts: &'static [(Language, &'static str)],
}

const FACTS: Part = Part {
    name: "facts",
    texts: &[
        (
            Language::En,
            "In spring 2017 recruits were promised work and taken across the border. Their passports were kept and their debts grew with each week of work.\nThe person named in the warrant is suspected of having recruited them. Demonstration text.",
        ),
        (
            Language::Km,
            "នៅនិទាឃរដូវ ឆ្នាំ២០១៧ មនុស្សជាច្រើនត្រូវបានគេសន្យាឱ្យធ្វើការ ហើយត្រូវបាននាំឆ្លងព្រំដែន។ លិខិតឆ្លងដែនរបស់ពួកគេត្រូវបានដកហូត ហើយបំណុលរបស់ពួកគេកើនឡើងរាល់សប្តាហ៍នៃការងារ។\nបុគ្គលដែលមានឈ្មោះក្នុងដីកាត្រូវបានសង្ស័យថាបានជ្រើសរើសពួកគេ។ អត្ថបទសាកល្បង។",
        ),
        (
            Language::Th,
            "ในช่วงต้นปี พ.ศ. 2560 มีผู้ถูกชักชวนให้ไปทำงานและถูกพาข้ามชายแดน หนังสือเดินทางถูกยึด และหนี้สินเพิ่มขึ้นทุกสัปดาห์ที่ทำงาน\nบุคคลที่ระบุในหมายถูกสงสัยว่าเป็นผู้จัดหา ข้อความตัวอย่าง",
        ),
        (
            Language::Ms,
            "Pada awal 2017, orang yang direkrut dijanjikan pekerjaan dan dibawa merentas sempadan. Pasport mereka disimpan dan hutang mereka bertambah setiap minggu bekerja.\nOrang yang dinamakan dalam waran disyaki merekrut mereka. Teks demonstrasi.",
        ),
        (
            Language::Id,
            "Pada awal 2017, orang yang direkrut dijanjikan pekerjaan dan dibawa melintasi perbatasan. Paspor mereka ditahan dan utang mereka bertambah setiap minggu bekerja.\nOrang yang disebut dalam surat perintah diduga merekrut mereka. Teks peragaan.",
        ),
    ],
};
const ASSISTANCE: Part = Part {
    name: "assistance",
    texts: &[
        (
            Language::En,
            "Records of the two accounts named in the annex, from 1 January to 30 June 2017\nStatements of the two witnesses named in the annex, taken before a judge",
        ),
        (
            Language::Km,
            "កំណត់ត្រានៃគណនីពីរដែលមានក្នុងឧបសម្ព័ន្ធ ពីថ្ងៃទី១ ខែមករា ដល់ថ្ងៃទី៣០ ខែមិថុនា ឆ្នាំ២០១៧\nចម្លើយរបស់សាក្សីពីរនាក់ដែលមានក្នុងឧបសម្ព័ន្ធ ដែលធ្វើនៅចំពោះមុខចៅក្រម",
        ),
    ],
};
const IDENTITY: Part = Part {
    name: "identity-evidence",
    texts: &[
        (
            Language::En,
            "Copy of the passport, checked with its issuer; comparison of the photograph by an expert",
        ),
        (Language::Th, "สำเนาหนังสือเดินทางที่ตรวจสอบกับผู้ออกแล้ว และผลการเปรียบเทียบภาพถ่ายโดยผู้เชี่ยวชาญ"),
        (Language::Ms, "Salinan pasport yang disemak dengan pengeluarnya; perbandingan gambar oleh pakar"),
        (Language::Id, "Salinan paspor yang diperiksa pada penerbitnya; perbandingan foto oleh ahli"),
    ],
};
const ANNEXES: Part = Part {
    name: "annexes",
    texts: &[
        (Language::En, "Text of the law\nAccounts and witnesses"),
        (Language::Km, "អត្ថបទច្បាប់\nគណនី និងសាក្សី"),
    ],
};
const PROCEDURE: Part = Part {
    name: "procedure",
    texts: &[
        (Language::En, "In writing, each page initialled; the officer's name and the time are stated."),
        (Language::Km, "ជាលាយលក្ខណ៍អក្សរ ចុះហត្ថលេខាសង្ខេបលើទំព័រនីមួយៗ និងបញ្ជាក់ឈ្មោះមន្ត្រីព្រមទាំងពេលវេលា"),
        (Language::Th, "ทำเป็นลายลักษณ์อักษร ลงชื่อย่อทุกหน้า และระบุชื่อเจ้าหน้าที่กับเวลา"),
        (
            Language::Ms,
            "Secara bertulis, setiap halaman ditandatangani ringkas; nama pegawai dan masa dinyatakan.",
        ),
        (Language::Id, "Secara tertulis, setiap halaman diparaf; nama petugas dan waktu dicantumkan."),
    ],
};
const PURPOSE: Part = Part {
    name: "purpose",
    texts: &[
        (Language::En, "To be used as evidence in the criminal proceedings described above."),
        (Language::Km, "ដើម្បីប្រើជាភស្តុតាងក្នុងនីតិវិធីព្រហ្មទណ្ឌខាងលើ"),
        (Language::Th, "เพื่อใช้เป็นพยานหลักฐานในคดีอาญาที่กล่าวข้างต้น"),
        (
            Language::Ms,
            "Untuk digunakan sebagai keterangan dalam prosiding jenayah yang diterangkan di atas.",
        ),
        (Language::Id, "Untuk digunakan sebagai alat bukti dalam perkara pidana yang diuraikan di atas."),
    ],
};
const CONFIDENTIALITY: Part = Part {
    name: "confidentiality",
    texts: &[
        (
            Language::En,
            "The suspects do not know of the investigation. Only the agencies named may read this.",
        ),
        (Language::Km, "ជនសង្ស័យមិនដឹងអំពីការស៊ើបអង្កេតទេ។ មានតែស្ថាប័នដែលមានឈ្មោះប៉ុណ្ណោះដែលអាចអានបាន។"),
        (Language::Th, "ผู้ต้องสงสัยยังไม่ทราบถึงการสอบสวน ให้เฉพาะหน่วยงานที่ระบุชื่อเท่านั้นที่อ่านได้"),
        (Language::Ms, "Suspek tidak mengetahui siasatan ini. Hanya agensi yang dinamakan boleh membacanya."),
        (
            Language::Id,
            "Para tersangka tidak mengetahui penyidikan ini. Hanya lembaga yang disebut boleh membacanya.",
        ),
    ],
};
const UNDERTAKINGS: Part = Part {
    name: "undertakings",
    texts: &[
        (
            Language::En,
            "Assistance of the same kind will be given on request. Prosecution is limited to the offences named here.",
        ),
        (Language::Km, "ជំនួយប្រភេទដូចគ្នានឹងត្រូវផ្តល់ជូនតាមការស្នើសុំ។ ការចោទប្រកាន់ត្រូវកំណត់ត្រឹមបទល្មើសដែលបានបញ្ជាក់នៅទីនេះ។"),
        (Language::Th, "จะให้ความช่วยเหลือในลักษณะเดียวกันเมื่อได้รับการร้องขอ และจะดำเนินคดีเฉพาะความผิดที่ระบุไว้นี้"),
        (
            Language::Ms,
            "Bantuan yang sama akan diberikan atas permintaan. Pendakwaan terhad kepada kesalahan yang dinyatakan di sini.",
        ),
        (
            Language::Id,
            "Bantuan serupa akan diberikan atas permintaan. Penuntutan terbatas pada tindak pidana yang disebut di sini.",
        ),
    ],
};
const PENALTY: Part = Part {
    name: "penalty",
    texts: &[
        (Language::En, "Imprisonment of up to twelve years"),
        (Language::Km, "ដាក់ពន្ធនាគាររហូតដល់ដប់ពីរឆ្នាំ"),
        (Language::Th, "จำคุกไม่เกินสิบสองปี"),
        (Language::Ms, "Penjara sehingga dua belas tahun"),
        (Language::Id, "Pidana penjara paling lama dua belas tahun"),
    ],
};
const LIMITATION: Part = Part {
    name: "limitation",
    texts: &[
        (Language::En, "Fifteen years; not expired"),
        (Language::Km, "ដប់ប្រាំឆ្នាំ មិនទាន់ផុតអាជ្ញាយុកាល"),
        (Language::Th, "สิบห้าปี ยังไม่ขาดอายุความ"),
        (Language::Ms, "Lima belas tahun; belum tamat"),
        (Language::Id, "Lima belas tahun; belum daluwarsa"),
    ],
};
const DESCRIPTION: Part = Part {
    name: "description",
    texts: &[
        (Language::En, "About 170 cm tall, scar on the left hand; photograph attached."),
        (Language::Km, "កម្ពស់ប្រហែល ១៧០ សង់ទីម៉ែត្រ មានស្លាកស្នាមនៅដៃឆ្វេង ភ្ជាប់រូបថត"),
        (Language::Th, "สูงประมาณ 170 ซม. มีแผลเป็นที่มือซ้าย แนบภาพถ่าย"),
        (Language::Ms, "Tinggi kira-kira 170 cm, parut di tangan kiri; gambar dilampirkan."),
        (Language::Id, "Tinggi sekitar 170 cm, bekas luka di tangan kiri; foto terlampir."),
    ],
};
const LOCATION: Part = Part {
    name: "location",
    texts: &[
        (Language::En, "Probably in a house near the northern border crossing."),
        (Language::Km, "ប្រហែលនៅក្នុងផ្ទះមួយជិតច្រកព្រំដែនខាងជើង"),
        (Language::Th, "น่าจะอยู่ในบ้านใกล้จุดผ่านแดนทางเหนือ"),
        (Language::Ms, "Mungkin di sebuah rumah berhampiran pintu sempadan utara."),
        (Language::Id, "Kemungkinan di sebuah rumah dekat perlintasan perbatasan utara."),
    ],
};
const URGENCY: Part = Part {
    name: "urgency",
    texts: &[
        (Language::En, "The person is about to leave the country."),
        (Language::Km, "បុគ្គលនេះជិតចាកចេញពីប្រទេស"),
        (Language::Th, "บุคคลนี้กำลังจะเดินทางออกนอกประเทศ"),
        (Language::Ms, "Orang ini akan meninggalkan negara tidak lama lagi."),
        (Language::Id, "Orang ini akan segera meninggalkan negara."),
    ],
};
const EVIDENCE: Part = Part {
    name: "evidence",
    texts: &[
        (Language::En, "Statements of four victims, bank records and call records that name this person."),
        (Language::Km, "ចម្លើយរបស់ជនរងគ្រោះបួននាក់ កំណត់ត្រាធនាគារ និងកំណត់ត្រាទូរសព្ទដែលបញ្ជាក់ឈ្មោះបុគ្គលនេះ"),
        (Language::Th, "คำให้การของผู้เสียหายสี่คน รายการธนาคาร และบันทึกการโทรที่ระบุถึงบุคคลนี้"),
        (Language::Ms, "Keterangan empat mangsa, rekod bank dan rekod panggilan yang menamakan orang ini."),
        (
            Language::Id,
            "Keterangan empat korban, catatan bank, dan catatan panggilan yang menyebut orang ini.",
        ),
    ],
};
const DUAL_CRIMINALITY: Part = Part {
    name: "dual-criminality",
    texts: &[
        (
            Language::En,
            "Trafficking in persons is an offence in both states, with a maximum penalty above one year.",
        ),
        (Language::Km, "ការជួញដូរមនុស្សជាបទល្មើសនៅក្នុងរដ្ឋទាំងពីរ ដែលមានទោសអតិបរមាលើសពីមួយឆ្នាំ"),
        (Language::Th, "การค้ามนุษย์เป็นความผิดตามกฎหมายของทั้งสองรัฐ และมีโทษจำคุกสูงสุดเกินหนึ่งปี"),
        (
            Language::Ms,
            "Pemerdagangan orang ialah kesalahan di kedua-dua negara, dengan hukuman maksimum melebihi setahun.",
        ),
        (
            Language::Id,
            "Perdagangan orang adalah tindak pidana di kedua negara, dengan ancaman maksimum di atas satu tahun.",
        ),
    ],
};
const AUTHORITY: Part = Part {
    name: "requesting-authority",
    texts: &[
        (Language::En, "Office of the Attorney-General, International Cooperation"),
        (Language::Km, "ការិយាល័យអគ្គព្រះរាជអាជ្ញា នាយកដ្ឋានសហប្រតិបត្តិការអន្តរជាតិ"),
        (Language::Th, "สำนักงานอัยการสูงสุด สำนักงานต่างประเทศ"),
        (Language::Ms, "Jabatan Peguam Negara, Kerjasama Antarabangsa"),
        (Language::Id, "Kantor Jaksa Agung, Kerja Sama Internasional"),
    ],
};
const OFFICE: Part = Part {
    name: "office",
    texts: &[
        (Language::En, "Director"),
        (Language::Km, "នាយក"),
        (Language::Th, "ผู้อำนวยการ"),
        (Language::Ms, "Pengarah"),
        (Language::Id, "Direktur"),
    ],
};
const PLACE: Part = Part {
    name: "place",
    texts: &[
        (Language::En, "Capital"),
        (Language::Km, "រាជធានី"),
        (Language::Th, "เมืองหลวง"),
        (Language::Ms, "Ibu negara"),
        (Language::Id, "Ibu kota"),
    ],
};
const SIGNATORY: Part = Part { name: "signatory", texts: &[(Language::En, "A. N. Other (demonstration)")] };
const NUMBER: Part = Part { name: "number", texts: &[(Language::En, "DEMO/2017/14")] };
/// Translations of what the warrant and the data on law have in English.
const LAW: Part = Part {
    name: "law",
    texts: &[
        (Language::Km, "ក្រមសាកល្បង មាត្រា ១៥០"),
        (Language::Th, "กฎหมายตัวอย่าง มาตรา 10"),
        (Language::Ms, "Akta demonstrasi, s. 6"),
        (Language::Id, "Undang-undang peragaan, ps. 4"),
    ],
};
const REQUESTED_AUTHORITY: Part = Part {
    name: "requested-authority",
    texts: &[
        (Language::Km, "ក្រសួងយុត្តិធម៌"),
        (Language::Th, "สำนักงานอัยการสูงสุด"),
        (Language::Ms, "Menteri Dalam Negeri, dengan nasihat Jabatan Peguam Negara"),
        (Language::Id, "Kementerian Hukum"),
    ],
};
const SENDER: Part = Part {
    name: "sender",
    texts: &[
        (Language::En, "The Embassy"),
        (Language::Km, "ស្ថានទូត"),
        (Language::Th, "สถานเอกอัครราชทูต"),
        (Language::Ms, "Kedutaan Besar"),
        (Language::Id, "Kedutaan Besar"),
    ],
};
const ADDRESSEE: Part = Part {
    name: "addressee",
    texts: &[
        (Language::En, "the Ministry of Foreign Affairs"),
        (Language::Km, "ក្រសួងការបរទេស"),
        (Language::Th, "กระทรวงการต่างประเทศ"),
        (Language::Ms, "Kementerian Luar Negeri"),
        (Language::Id, "Kementerian Luar Negeri"),
    ],
};

const ASSISTANCE_REQUEST: &[Part] = &[
    AUTHORITY,
    REQUESTED_AUTHORITY,
    LAW,
    FACTS,
    PENALTY,
    DESCRIPTION,
    ASSISTANCE,
    PROCEDURE,
    PURPOSE,
    CONFIDENTIALITY,
    UNDERTAKINGS,
    ANNEXES,
    SIGNATORY,
    OFFICE,
    PLACE,
];
const EXTRADITION_REQUEST: &[Part] = &[
    AUTHORITY,
    REQUESTED_AUTHORITY,
    LAW,
    FACTS,
    PENALTY,
    LIMITATION,
    DESCRIPTION,
    LOCATION,
    EVIDENCE,
    IDENTITY,
    DUAL_CRIMINALITY,
    SIGNATORY,
    OFFICE,
    PLACE,
];
const ARREST_REQUEST: &[Part] = &[
    AUTHORITY,
    REQUESTED_AUTHORITY,
    LAW,
    URGENCY,
    FACTS,
    PENALTY,
    DESCRIPTION,
    LOCATION,
    SIGNATORY,
    OFFICE,
    PLACE,
];
const NOTE: &[Part] = &[NUMBER, SENDER, ADDRESSEE, PLACE];

/// Adds the passages, so that every request of the round prints complete.
pub(super) fn written(acts: &mut Vec<Act>) {
    for (month, agency, request, language, document, parts) in [
        (6, "VN-C02", "request:vn-kh", Language::Km, "legal_assistance_request", ASSISTANCE_REQUEST),
        (6, "KH-CIB", "request:kh-th", Language::Th, "extradition_request", EXTRADITION_REQUEST),
        (6, "KH-CIB", "request:kh-th", Language::Th, "note_verbale", NOTE),
        (7, "TH-SID", "request:th-my", Language::Ms, "extradition_request", EXTRADITION_REQUEST),
        (8, "PH-IAC", "request:ph-id", Language::Id, "provisional_arrest_request", ARREST_REQUEST),
        (8, "PH-IAC", "request:ph-id-papers", Language::Id, "extradition_request", EXTRADITION_REQUEST),
    ] {
        let wanted = |told: &Language| *told == Language::En || *told == language;
        let texts = parts.iter().flat_map(|part| {
            let told = part.texts.iter().filter(|(language, _)| wanted(language));
            told.map(|(language, text)| (part.name, *language, *text))
        });
        let deed = Deed::Passages { document, of: request.to_owned(), texts: texts.collect() };
        acts.push(act(month, 14, agency, deed));
    }
    let order = [
        ("situation", "Persons are held at a workplace in the south and in a rest-house near the border"),
        (
            "victim-protection",
            "Victims are received by the social service, not by investigators. Nobody is questioned before being safe and rested.",
        ),
        (
            "stand-down",
            "If a victim cannot be located or an agency is not ready, the leading agency calls the operation off.",
        ),
        ("signatory", "A. N. Other (demonstration)"),
        ("office", "Director"),
    ];
    let texts = order.map(|(part, text)| (part, Language::En, text)).to_vec();
    let of = "operation:lotus".to_owned();
    acts.push(act(9, 5, "KH-CIB", Deed::Passages { document: "operation_order", of, texts }));
}

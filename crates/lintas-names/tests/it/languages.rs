//! What the languages of the region ask of a comparison. All names are made of common parts; none is meant.

use lintas_names::{Frequencies, Name, compare};

fn score(left: &str, right: &str) -> f64 {
    compare(&Name::read(left).unwrap(), &Name::read(right).unwrap(), &Frequencies::general()).score.unwrap()
}

/// The first two are spellings of one name, the third is another.
fn check(one: &str, same: &str, other: &str) {
    let (near, far) = (score(one, same), score(one, other));
    assert!(near > 0.6, "{one} and {same}: {near}");
    assert!(far < near - 0.25, "{one} and {other}: {far}, {same}: {near}");
}

#[test]
fn thai() {
    check("สมชาย ใจดี", "Somchai Jaidee", "Somchit Jaikla");
    check("นายวิชัย ศรีสุข", "Vichai Srisuk", "Wichit Srisuk");
    check("ณัฐพล", "Nattapol", "Nattapong");
    check("พรทิพย์ แสงทอง", "Porntip Saengthong", "Pornchai Saengthong");
}

#[test]
fn lao_and_khmer() {
    check("ບຸນມີ", "Bounmy", "Bounthavy");
    check("សុខ ដារ៉ា", "Sok Dara", "Sok Sopheap");
    check("ចាន់ សុភាព", "Chan Sopheap", "Chan Dara");
}

#[test]
fn burmese_in_both_encodings() {
    check("အောင်အောင်", "Aung Aung", "Aung Naing");
    check("ေအာင္ေအာင္", "Aung Aung", "Aung Naing");
    check("သီတာဝင်း", "Thidar Win", "Thidar Aung");
}

#[test]
fn vietnamese_tones() {
    check("Nguyễn Văn Dũng", "NGUYEN VAN DUNG", "Nguyễn Văn Dung");
    check("Lê Thị Thúy", "Le Thi Thuy", "Lê Thị Thùy");
    check("Trần Hòa Bình", "Trần Hoà Bình", "Trần Hóa Bình");
    check("Phạm Thị Bích Ngọc", "PHAM THIBICHNGOC", "Phạm Thị Bích Liên");
}

#[test]
fn chinese_of_every_speech_group() {
    check("陈明华", "Tan Beng Hua", "Lim Beng Hock");
    check("陳明華", "陈明华", "林明华");
    check("黄志强", "Wong Chi Keung", "Wong Mei Ling");
    check("李文龙", "Lee Boon Leong", "Lee Boon Huat");
}

#[test]
fn malay_and_indonesian() {
    check("Soekarno Djojo", "Sukarno Joyo", "Sunarto Joyo");
    check("Mohd Farid bin Ismail", "Muhammad Farid Ismail", "Mohd Farouk bin Idris");
    check("Ir. H. Bambang Wijaya, M.Si", "Bambang Widjaja", "Bambang Hartono");
    check("Abdul Rahman bin Salleh", "Abdurrahman Saleh", "Abdul Rahim bin Sulaiman");
    check("Siti Nurhaliza binti Yusof", "Siti Nurhaliza", "Siti Norhayati");
}

#[test]
fn filipino() {
    check("Dela Cruz, Juan M.", "Juan Dela Cruz", "Dela Cruz, Pedro M.");
    check("Reyes, Maria Teresa \"Tess\" G.", "Maria Teresa Reyes", "Reyes, Ana Lucia G.");
    assert!(
        score("Roberto Mendoza Jr", "Roberto Mendoza III") < score("Roberto Mendoza Jr", "Roberto Mendoza")
    );
}

#[test]
fn bengali_and_muslim_variants() {
    check("মোঃ আব্দুল করিম", "Md. Abdul Karim", "Md. Abdul Halim");
    check("Mst. Fatema Begum", "Mosammat Fatima Begum", "Mst. Salma Begum");
    check("Sk. Jamal Uddin", "Sheikh Jamaluddin", "Sk. Kamal Hossain");
    check("محمد يوسف", "Muhammad Yusuf", "Muhammad Yasin");
}

#[test]
fn a_comparison_says_why() {
    let comparison = compare(
        &Name::read("Mohd Farid bin Ismail").unwrap(),
        &Name::read("Muhammad Farid Ismael Othman").unwrap(),
        &Frequencies::general(),
    );
    let shown = serde_json::to_string(&comparison.parts).unwrap();
    assert!(shown.contains("\"same_name\"") && shown.contains("\"same_spelling\""), "{shown}");
    assert_eq!(comparison.right_only, ["Othman"]);
    let odds: f64 = comparison.features.iter().map(|share| share.log_odds).sum();
    let recomputed = 1.0 / (1.0 + (-odds).exp());
    assert!((recomputed - comparison.score.unwrap()).abs() < 1e-3, "the shares add up to the score");
}

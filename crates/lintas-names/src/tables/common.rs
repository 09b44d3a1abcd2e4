//! Names so common that agreeing on them says little.

use std::sync::LazyLock;

use super::spelling::BySpelling;

/// Share of its usual weight that a common name keeps, and the names. Read off the naming systems, not counted: a part
/// borne by every tenth person keeps a third, by every hundredth two thirds.
const COMMON: &[(f32, &str)] = &[
    (
        0.30,
        "muhammad mohammad mohammed muhammed mohamed mohamad muhamad mohd muhd md muh moh moch mochamad mochammad abdul abd abdel abdal abdu abdoul \
         abdol ab nguyen thi van abu abou maung ma ko u daw siti nur noor nor",
    ),
    (
        0.55,
        "ahmad ahmed ali hassan hasan hussein husain hossain hussain khan islam rahman begum khatun akter akhter alam uddin haji syed sayed \
         sayyid sheikh shaikh md abdullah abdallah ibrahim ismail bibi mst tran le pham huynh hoang tan lim lee wong chan chen li wang zhang \
         ng ong goh koh chua teo santos reyes cruz garcia maria jose juan san aung khin myint win tun than kyaw htun mya aye hla nyunt thein",
    ),
    (
        0.75,
        "omar umar usman othman yusuf yusof mustafa mahmud mahmood khalid saleh salim sulaiman rashid aziz hamid karim rahim latif kadir \
         ghani razak halim jalil hakim said mansour mansur phan vu vo dang bui do ho ngo duong ly minh thanh hong ngoc mendoza bautista \
         delacruz ramos gonzales gonzalez lopez hernandez martinez rodriguez perez fernandez sanchez ana antonio carlos luis john david \
         michael smith singh kumar devi das roy chowdhury sultana miah mia ansari",
    ),
];

static SHARE: LazyLock<BySpelling<f32>> = LazyLock::new(|| {
    let mut shares = BySpelling::default();
    for (share, list) in COMMON {
        for spelling in list.split_ascii_whitespace() {
            shares.entry(spelling).or_insert(*share);
        }
    }
    for line in include_str!("../../data/common-names.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split(' ');
        let Some(share) = words.next().and_then(|share| share.parse().ok()) else { continue };
        for spelling in words {
            shares.entry(spelling).or_insert(share);
        }
    }
    shares
});

/// Share of the usual weight a part keeps because many people bear it; 1.0 for names not listed.
pub(crate) fn commonness(plain: &str) -> f32 {
    SHARE.get(plain).copied().unwrap_or(1.0)
}

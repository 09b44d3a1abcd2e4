//! Names whose spellings are too far apart for the ear: abbreviations and translations of one name.

use std::sync::LazyLock;

use super::spelling::BySpelling;

/// One line, one name. Only spellings that the price of sounds does not already bring together need to be here.
const VARIANTS: &[&str] = &[
    "muhammad mohammad mohammed muhammed mohamed mohamad muhamad mahammad mohammod mohamod mohd muhd muhd md mhd muh moh moch mochamad \
     mochammad mochamed mokhamad mukhamad maxamed moxamad mohamud mahomed mahomet mehmet mehmed mamadou mamadu magomed mohmmad mahamat mahamed muhammet \
     mukhammad mouhamed muhammadu mohammadi",
    "abdul abd abdel abdal abdu abdool abdoul abdol abdoel abdil ab abdual",
    "ahmad ahmed achmad akhmad ahmet akhmed ahmadi akhmat achmat axmed",
    "abdullah abdulla abdallah abdalla abdoullah abdellah abdoulaye abdilahi abdullahi abdollah abdulah",
    "abdulrahman abdurrahman abdurahman abderrahmane abdelrahman abdirahman abdalrahman abdorrahman abdulrehman abdarrahman abdoulrahmane",
    "sheikh shaikh shaykh sheik sk shekh cheikh syekh syeikh seikh sheykh shayk",
    "syed sayed sayyid saiyid saiyed seyed seyyed sayid syad sayyed seyyid",
    "haji hadji hajji haj hajj hadj alhaj alhaji h",
    "begum begam bgm",
    "mosammat mst most mosammet musammat mosamat mossammat",
    "hussein husain hossain hussain husayn hosen hosain houssein husin hoseyn huseyin hossein husein hosein xuseen houcine",
    "hassan hasan hasen hassen xasan hacen",
    "umar omar oumar omer umer",
    "usman uthman othman osman ousmane ossman ottman",
    "yusuf yusof youssef yousef yousuf joseph josef jose yosef yussuf iusuf yusup yousif giuseppe jozef josip usup",
    "ibrahim ebrahim abraham ibraheem brahim ibragim avraham",
    "ismail ismael esmail ismaeel ishmael smail",
    "ishaq isaac ishak ishaque isac issac",
    "yaqub yakub yacob jacob yaakob yaacob jakob yaghoub yakoub yaqoob jakub",
    "dawud daud david dawood daoud davud dawd davide davids devid dowood",
    "sulaiman solomon suleiman sulayman soleiman suleman salomon soliman suleyman",
    "musa moses moussa mousa moosa mose",
    "isa essa issa eisa aissa",
    "yahya yehia john jean juan johan johannes ioannes iohannes ivan jan giovanni joao ian jon johann janez yohan yohanes juhan yahia",
    "maryam mariam miriam mary maria marie mariya meryem mariya mariia",
    "ali aly alie",
    "musthafa mustafa mustapha moustapha mostafa mustaffa mustofa",
    "jafar jaafar ja'far djafar cafer giafar djaafar zafar-",
    "uddin ud-din eddin aldin addin eddine udin",
    "rahman rehman rohman rachman rahmaan rehmane",
    "nur noor nour nor noer nurul",
    "khadijah khadija hadija khatijah katijah hatice",
    "aisha ayesha aishah aicha aysha ayisha siti-aisyah aisyah",
    "fatima fatimah fatema patimah fatma",
    "zulkifli zulkipli dzulkifli zukepli dhulkifl zulkiflee zulkefli",
    "peter pedro pierre piotr petrus pyotr petr pietro peteris",
    "paul pablo paolo pavel paulus paulo pavlo",
    "michael miguel mikhail michel mikael mikhael michal michele mihail mykhaylo mikhailo",
    "james jaime jacques diego santiago iago jaume",
    "anthony antonio antony anton antoine antonius tony",
    "william guillermo guillaume wilhelm willem guglielmo",
    "george jorge georges georg yuri jerzy giorgio georgy georgios",
    "francis francisco francois franz francesco frank franciscus paco",
    "charles carlos karl carl karel carlo carolus",
    "henry enrique henri heinrich enrico henricus hendrik enriko",
    "andrew andres andre andrea andrey andreas andrei andrii andrzej",
    "alexander aleksandr alejandro alexandre oleksandr aliaksandr alessandro alyaksandr",
    "stephen esteban etienne stefan steven stepan stephan",
    "matthew mateo matthieu matthias mathew matei matvey",
    "philip felipe philippe filip phillip filippo",
    "vladimir uladzimir volodymyr wladimir",
    "nicholas nicolas nikolai nikola mykola nikolay nicolae",
    "sergey serhiy sergei siarhei serhii sergio serge",
    "dmitry dmytro dzmitry dmitri dmitriy",
    "eugene evgeny yevgeny evgeni yevhen yauhen eugenio",
    "gregory grigory hryhoriy ryhor grigori gregorio",
    "catherine catalina katherine ekaterina katarina catarina kateryna kathryn",
    "elizabeth isabel elisabeth elisabet isabella elizaveta",
    "helen elena helena yelena olena alena",
    "robert roberto bob bobby rob",
    "edward eduardo eduard edouard ed",
    "richard ricardo riccardo rick dick",
    "joseph joe jose",
    "saint santo santa san sta sto st",
];

static CLASS: LazyLock<BySpelling<u16>> = LazyLock::new(|| {
    let mut classes = BySpelling::default();
    for (number, line) in VARIANTS.iter().enumerate() {
        for spelling in line.split_ascii_whitespace() {
            classes.entry(spelling).or_insert(number as u16 + 1);
        }
    }
    classes
});

/// Number of the name a spelling is one of; `None` for most names.
pub(crate) fn variant_class(plain: &str) -> Option<u16> {
    CLASS.get(plain).copied()
}

//! Case sheets of the IOM standard, filled with made-up rows.

use lintas_intake::{Code, Format};
use lintas_model::EntityKind;
use lintas_model::record::{AgeBand, ProtectionStatus};

use super::*;

/// The first rows of the published template: hidden field names over visible labels, out of step at the address.
const NAMES: &[&str] = &[
    "",
    "cas_CaseOwner",
    "prs_FirstName",
    "prs_SecondName",
    "con_Consent",
    "prs_Birthdate",
    "prs_Citizenship",
    "prs_MobilePhone",
    "prs_MailingCity",
    "prs_MailingCountry",
    "vic_TraffickingStatus",
    "vic_TraffickinStatusDecisionMakingOrg",
    "vic_MethodOfRecruitment",
    "vic_MethodsOfControl",
    "vic_TypeOfExploitation",
    "vic_LocationOfExploitation",
    "cas_Status",
    "cas_IncomingReferralDate",
    "cas_IncomingReferralDetails",
    "",
];
const LABELS: &[&str] = &[
    "",
    "Case Owner",
    "First Name",
    "Second Name",
    "Consent",
    "Birthdate",
    "Citizenship",
    "Mobile Phone",
    "Mailing Street",
    "Mailing City",
    "Trafficking Status",
    "Trafficking Status Decision Making Organization",
    "Method of Recruitment",
    "Methods of Control",
    "Type of Exploitation",
    "Location of Exploitation",
    "Status",
    "Incoming Referral Date",
    "Incoming Referral Details",
    "Reason for Outgoing Referral",
];
const CHILD: &[&str] = &[
    "1",
    "Worker Secretname",
    "Hiddenfirst",
    "Hiddensecond",
    "TRUE",
    "2003-05-06",
    "KH",
    "+855 12 999 888",
    "Hidden street 5",
    "Hiddentown",
    "Actual victim of trafficking",
    "Police",
    "At work",
    "Debt bondage; False promises",
    "Forced labour",
    "Boat at the pier where Hiddenfirst was kept",
    "Active",
    "2017-03-01",
    "Hiddenfirst told the whole story",
    "",
];
const NO_CONSENT: &[&str] = &[
    "2",
    "",
    "Nobody",
    "Atall",
    "No",
    "",
    "TH",
    "",
    "",
    "",
    "Possible victim of trafficking",
    "",
    "",
    "",
    "Servitude",
    "",
    "",
    "",
    "",
    "",
];
const REFERRED: &[&str] = &[
    "3",
    "",
    "Third",
    "Client",
    "Yes",
    "1980",
    "TH",
    "",
    "",
    "",
    "Not a victim of trafficking",
    "",
    "",
    "",
    "",
    "",
    "Closed Referred",
    "2017-03-05",
    "",
    "Migration Or Change Of Location",
];

#[test]
fn a_victim_of_a_case_sheet_is_a_code_and_nothing_that_names() {
    let empty: Vec<String> = (4..1000).map(|n| n.to_string()).collect();
    let empty: Vec<[&str; 1]> = empty.iter().map(|n| [n.as_str()]).collect();
    let mut rows: Vec<&[&str]> = vec![NAMES, LABELS, CHILD, NO_CONSENT, REFERRED];
    rows.extend(empty.iter().map(<[&str; 1]>::as_slice));
    let about: &[&[&str]] = &[&["Microsoft Excel HTCDS 2.0"]];
    let lookups: &[&[&str]] = &[
        &["Validation Lookups"],
        &[
            "",
            "Gender",
            "Method of Recruitment",
            "Methods of Control",
            "Type of Exploitation",
            "Trafficking Status",
        ],
    ];
    let bytes = workbook(&[("Case Sheet", &rows), ("about", about), ("validation", lookups)]);
    let (reading, found) = read_bytes("cases.xlsx", &bytes, &options()).unwrap();
    assert_eq!(reading.format, Format::Htcds);
    assert_eq!((reading.counts.read, reading.counts.taken, reading.counts.refused), (3, 2, 1));

    let child = &found.proposals[0];
    let person = &child.protected[0];
    assert_eq!(
        (person.age, person.nationality.map(|c| c.to_string()).as_deref()),
        (AgeBand::Child, Some("KH"))
    );
    assert_eq!(person.status, ProtectionStatus::AtRisk);
    assert!(child.things.iter().all(|t| t.kind != EntityKind::Person));
    assert_eq!(says(&found, 0, Property::MeansOfControl), "Debt bondage; False promises");
    let report = child.report.as_ref().unwrap();
    assert!(
        report.text.contains(&format!("Boat at the pier where {} was kept", person.code)),
        "{}",
        report.text
    );
    assert_eq!(report.occurred.unwrap().to_string(), "2017-03-01");
    assert_eq!(found.proposals[1].protected[0].status, ProtectionStatus::Referred);
    assert_eq!(found.proposals[1].protected[0].age, AgeBand::Adult);

    let shown = format!("{:?} {:?} {:?}", found.proposals, found.issues, reading);
    for secret in ["Hidden", "Secretname", "999 888", "2003", "Third"] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
    let count = |code| reading.issues_by_code.get(&code).copied().unwrap_or(0);
    assert_eq!(count(Code::HeadersDisagree), 2);
    assert_eq!(count(Code::VictimProtected), 1);
    assert_eq!(count(Code::ConsentRefused), 1);
    assert_eq!(count(Code::SheetSkipped), 2);
}

#[test]
fn sheets_of_the_extended_standard_are_read_together() {
    let persons: &[&[&str]] = &[
        &["prs_Id", "prs_FirstName", "prs_SecondName", "prs_Citizenship"],
        &["P1", "Hiddenfirst", "Hiddensecond", "VN"],
        &["P2", "Bad", "Actor", "TH"],
        &["P3", "Refusing", "Person", "LA"],
    ];
    let victims: &[&[&str]] = &[
        &["Person ID", "vic_TraffickingStatus", "vic_TypeOfExploitation"],
        &["P1", "Actual victim of trafficking", "Sexual exploitation"],
    ];
    let perpetrators: &[&[&str]] =
        &[&["Person ID", "per_RoleInProcess", "per_RoleDetails"], &["P2", "Recruiter", "drives a van"]];
    let events: &[&[&str]] = &[
        &[
            "Person ID",
            "hte_Type",
            "hte_Date",
            "hte_City",
            "hte_Country",
            "hte_Latitude",
            "hte_Longitude",
            "hte_Description",
        ],
        &[
            "P1",
            "Recruitment",
            "2016-11-02",
            "Example Town",
            "Viet Nam",
            "21.0",
            "105.8",
            "Hiddenfirst was met there",
        ],
    ];
    let plans: &[&[&str]] =
        &[&["Person ID", "spl_Objectives", "spl_ActionPlan"], &["P1", "Secret aim", "Secret plan"]];
    let consents: &[&[&str]] = &[&["Person ID", "con_Consent"], &["P3", "No"], &["P1", "Yes"]];
    let organisations: &[&[&str]] =
        &[&["org_Name", "org_ShippingCity", "org_Phone"], &["Example Shelter", "Example Town", "+84 24 000"]];
    let bytes = workbook(&[
        ("Person", persons),
        ("Victim context", victims),
        ("Perpetrator context", perpetrators),
        ("Historic events", events),
        ("Support plan", plans),
        ("Consent", consents),
        ("Organisation", organisations),
    ]);
    let (reading, found) = read_bytes("cases.xlsx", &bytes, &options()).unwrap();
    assert_eq!(reading.counts.read, 10);
    let protected: Vec<_> = found.proposals.iter().flat_map(|p| &p.protected).collect();
    assert_eq!(protected.len(), 1, "{protected:?}");
    assert!(protected[0].support_plan);
    let code = &protected[0].code;
    let reports: Vec<_> = found
        .proposals
        .iter()
        .filter_map(|p| p.report.as_ref())
        .filter(|r| r.title.contains(code.as_str()))
        .collect();
    assert!(reports.len() >= 3, "{reports:?}");
    let persons: Vec<_> =
        found.proposals.iter().flat_map(|p| &p.things).filter(|t| t.kind == EntityKind::Person).collect();
    assert!(persons.iter().any(|t| t.caption().as_deref() == Some("Bad Actor")), "{persons:?}");
    let kinds = |kind| found.proposals.iter().flat_map(|p| &p.things).filter(|t| t.kind == kind).count();
    assert_eq!(kinds(EntityKind::Organisation), 1);
    let shown = format!("{:?}", found.proposals);
    for secret in ["Hidden", "Secret", "Refusing"] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
    assert_eq!(reading.counts.refused, 2, "the person who refused, and the row that says so");
}

#[test]
fn the_export_of_a_survey_reads_like_the_sheet() {
    let text = "start,end,con_Consent,prs_First_Name,prs_Second_Name,prs_Birthdate,prs_Citizenship,vic_TraffickingStatus,vic_Methods_of_Control,vic_MethodOfRecruitment,vic_MethodOfRecruitment/AtWork,vic_MethodOfRecruitment/Other,_id,_uuid,_submission_time\n\
        2017-03-01T08:00:00,2017-03-01T08:10:00,TRUE,Hiddenfirst,Hiddensecond,1999-01-02,KH,PossibleVictimOfTrafficking,DebtBondage WithholdsDocuments,AtWork,1,0,17,uuid-1,2017-03-01\n";
    let (reading, found) = read_bytes("export.csv", text.as_bytes(), &options()).unwrap();
    assert_eq!((reading.format, reading.counts.taken), (Format::Htcds, 1));
    assert_eq!(says(&found, 0, Property::MeansOfControl), "Debt bondage; Withholds documents");
    assert_eq!(says(&found, 0, Property::RecruitmentMethod), "At work");
    assert!(!format!("{:?}", found.proposals).contains("Hidden"));

    let form: &[&[&str]] = &[&["type", "name", "label"], &["text", "prs_First_Name", "First Name"]];
    let bytes = workbook(&[("survey", form), ("choices", &[&["list_name", "name", "label"]])]);
    let error = read_bytes("form.xlsx", &bytes, &options()).unwrap_err().to_string();
    assert!(error.contains("export of its answers"), "{error}");
}

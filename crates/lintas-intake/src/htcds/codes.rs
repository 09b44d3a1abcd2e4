//! Values of the standard's lists: as codes in survey exports, as labels in sheets.

/// The labels of what a cell of a list holds.
///
/// Sheets separate several choices by semicolons, survey exports by spaces between codes.
pub(crate) fn labels(text: &str) -> Vec<String> {
    let text = text.trim();
    if !text.contains(';') && text.contains(' ') && text.split_whitespace().all(|w| label_of(w).is_some()) {
        return text.split_whitespace().filter_map(label_of).map(str::to_owned).collect();
    }
    // Commas stand inside labels ("Agriculture, forestry and fishing"), and so do semicolons in two of them.
    if label_of(text).is_some() {
        return label_of(text).map(str::to_owned).into_iter().collect();
    }
    let mut rest = text.to_owned();
    let mut found = Vec::new();
    for (_, label) in CODES.iter().filter(|(_, l)| l.contains(';')) {
        if let Some(at) = rest.to_lowercase().find(&label.to_lowercase())
            && rest.is_char_boundary(at)
            && rest.is_char_boundary(at + label.len())
        {
            rest.replace_range(at..at + label.len(), ";");
            found.push((*label).to_owned());
        }
    }
    found.extend(
        rest.split(';')
            .map(str::trim)
            .filter(|p| !p.is_empty())
            .map(|p| label_of(p).map_or_else(|| p.to_owned(), str::to_owned)),
    );
    found
}

/// The label of one code or label.
pub(crate) fn label_of(text: &str) -> Option<&'static str> {
    let text = text.trim();
    CODES
        .iter()
        .find(|(code, label)| code.eq_ignore_ascii_case(text) || label.eq_ignore_ascii_case(text))
        .map(|(_, label)| *label)
}

/// Codes and labels of the lists of the toolkit's survey form.
#[rustfmt::skip]
const CODES: &[(&str, &str)] = &[
    ("AtAPlaceOfBusiness", "At a place of business"),
    ("AtAnEducationalInstitution", "At an educational institution"),
    ("AtWork", "At work"),
    ("ThroughOnlineSocialNetworks", "Through online social networks"),
    ("ThroughAnOnlineAdvertisement", "Through an online advertisement"),
    ("ThroughATelevisionAdvert", "Through a television advert"),
    ("ThroughANewspaperAdvert", "Through a newspaper advert"),
    ("ThroughFamilyOrFamilyEvents", "Through family or family events"),
    ("ThroughFriendsOrSocialEvents", "Through friends or social events"),
    ("Other", "Other"),
    ("PhysicalThreats", "Physical threats"),
    ("ThreatsLawEnforcement", "Threats of law enforcement"),
    ("ThreatensChildrenFamily", "Threatens children/family"),
    ("DebtBondage", "Debt bondage"),
    ("FalsePromises", "False promises"),
    ("PhysicalAbuse", "Physical abuse"),
    ("SexualAbuse", "Sexual abuse"),
    ("TakesEarnings", "Takes earnings"),
    ("RestrictsFinancialAccess", "Restricts financial access"),
    ("RestrictsMedicalCare", "Restricts medical care"),
    ("RestrictsMovement", "Restricts movement"),
    ("WithholdsNecessities", "Withholds necessities"),
    ("PsychologicalAbuse", "Psychological abuse"),
    ("PsychoactiveSubstance", "Psychoactive substance"),
    ("ExcessiveWorkingHours", "Excessive working hours"),
    ("WithholdsDocuments", "Withholds documents"),
    ("ForcedLabour", "Forced labour"),
    ("SexualExploitation", "Sexual exploitation"),
    ("ChildLabour", "Child labour"),
    ("ForcedMarriage", "Forced marriage"),
    ("Servitude", "Servitude"),
    ("ForcedMilitaryByNonStateActors", "Forced military (by non-state actors)"),
    ("OrganRemoval", "Organ removal"),
    ("ForcedBegging", "Forced begging"),
    ("ForcedAdoption", "Forced adoption"),
    ("Surrogacy", "Surrogacy"),
    ("Prostitution", "Prostitution"),
    ("Pornography", "Pornography"),
    ("RemoteInteractiveServices", "Remote Interactive Services"),
    ("PrivateSexualServices", "Private Sexual Services"),
    ("A_AgricultureForestryAndFishing", "Agriculture, forestry and fishing"),
    ("B_MiningAndQuarrying", "Mining and quarrying"),
    ("C_Manufacturing", "Manufacturing"),
    ("D_ElectricityGasSteamAndAirConditioningSupply", "Electricity, gas, steam and air conditioning supply"),
    ("E_WaterSupplySewerageWasteManagement", "Water supply; sewerage, waste management and remediation"),
    ("F_Construction", "Construction"),
    ("G_WholesaleAndRetailTradeRepairOfMotorVehicles", "Wholesale and retail trade; repair of motor vehicles and motorcycles"),
    ("H_TransportationAndStorage", "Transportation and storage"),
    ("I_AccommodationAndFoodServiceActivities", "Accommodation and food service activities"),
    ("J_InformationAndCommunication", "Information and communication"),
    ("K_FinancialAndInsuranceActivities", "Financial and insurance activities"),
    ("L_RealEstateActivities", "Real estate activities"),
    ("M_ProfessionalScientificAndTechnicalActivities", "Professional, scientific and technical activities"),
    ("N_AdministrativeAndSupportServiceActivities", "Administrative and support service activities"),
    ("O_PublicAdministrationAndDefence", "Public administration and defence; compulsory social security"),
    ("P_Education", "Education"),
    ("Q_HumanHealthAndSocialWorkActivities", "Human health and social work activities"),
    ("R_ArtsEntertainmentAndRecreation", "Arts, entertainment and recreation"),
    ("S_OtherServiceActivities", "Other service activities"),
    ("T_ActivitiesOfHouseholdsAsEmployers", "Activities of households as employers; undifferentiated goods- and services- producing activities of households for own use"),
    ("U_ActivitiesOfExtraterritorialOrganizations", "Activities of extraterritorial organizations and bodies"),
    ("PossibleVictimOfTrafficking", "Possible victim of trafficking"),
    ("ActualVictimOfTrafficking", "Actual victim of trafficking"),
    ("NotAVictimOfTrafficking", "Not a victim of trafficking"),
    ("Police", "Police"),
    ("NGO", "NGO"),
    ("CourtOrProsecution", "Court or prosecution"),
    ("NonPoliceGovernmentalOrganization", "Non-police governmental organization"),
    ("Active", "Active"),
    ("FollowUp", "Follow up"),
    ("Closed", "Closed"),
    ("ClosedReferred", "Closed Referred"),
];

#[cfg(test)]
mod tests {
    use super::labels;

    #[test]
    fn choices_read_alike_from_sheets_and_from_surveys() {
        assert_eq!(labels("Debt bondage; False promises"), ["Debt bondage", "False promises"]);
        assert_eq!(labels("DebtBondage FalsePromises"), ["Debt bondage", "False promises"]);
        assert_eq!(
            labels("E_WaterSupplySewerageWasteManagement"),
            ["Water supply; sewerage, waste management and remediation"]
        );
        assert_eq!(
            labels("Water supply; sewerage, waste management and remediation; Construction"),
            ["Water supply; sewerage, waste management and remediation", "Construction"]
        );
        assert_eq!(labels("Something local"), ["Something local"]);
        assert!(labels(" ").is_empty());
    }
}

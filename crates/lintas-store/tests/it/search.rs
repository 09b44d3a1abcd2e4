//! Full text in the scripts of the region.

use lintas_model::{Kind, ReportId};
use lintas_store::SearchQuery;
use uuid::Uuid;

use crate::engines::on_both;
use crate::sample::{Desk, audience};

#[test]
fn words_are_found_in_every_script_of_the_region() {
    on_both(|store, _| async move {
        let mut desk = Desk::new("KH-CIB", 1);
        let feed = desk.begin(&store, audience(1), &[]).await;
        let texts = [
            "ตำรวจจับกุมผู้ต้องหาค้ามนุษย์ที่จังหวัดเชียงใหม่",
            "ប៉ូលិសចាប់ខ្លួនជនសង្ស័យជួញដូរមនុស្សនៅខេត្តបន្ទាយមានជ័យ",
            "ຕຳຫຼວດຈັບຜູ້ຕ້ອງສົງໄສຄ້າມະນຸດຢູ່ນະຄອນຫຼວງວຽງຈັນ",
            "ရဲတပ်ဖွဲ့က လူကုန်ကူးမှု သံသယရှိသူကို ဖမ်းဆီးခဲ့သည်",
            "পুলিশ মানব পাচারের সন্দেহভাজনকে গ্রেপ্তার করেছে",
            "Công an bắt giữ nghi phạm mua bán người tại Móng Cái",
            "Polisi menangkap tersangka perdagangan orang di Batam",
        ];
        let mut drafts: Vec<_> = texts.iter().map(|text| desk.report(audience(1), "", text)).collect();
        let report = ReportId::from_uuid(Uuid::from_u128(1));
        drafts.push(desk.person(audience(1), report, "สมชาย ใจดี", "+66 81 234 5678").0);
        desk.write(&store, &feed, drafts).await;
        let search = |text: &str, kinds: &[Kind]| {
            let (store, query) = (
                store.clone(),
                SearchQuery { text: text.to_owned(), kinds: kinds.to_vec(), ..SearchQuery::default() },
            );
            async move { store.search(&query).await.unwrap() }
        };
        for (typed, at) in [
            ("มนุษย์", 0),
            ("เชียงใหม่", 0),
            ("เชียง", 0),
            ("ប៉ូលិស", 1),
            ("បន្ទាយមានជ័យ", 1),
            ("ວຽງຈັນ", 2),
            ("ມະນຸດ", 2),
            ("ဖမ်းဆီး", 3),
            ("গ্রেপ্তার", 4),
            ("móng cái", 5),
            ("mong cai", 5),
            ("CONG AN", 5),
            ("tersang", 6),
        ] {
            let hits = search(typed, &[]).await;
            assert_eq!(hits.len(), 1, "{typed}");
            assert!(texts[at].contains(&hits[0].snippet().text), "{typed}");
            assert!(!hits[0].snippet().marks.is_empty(), "{typed}");
        }
        for typed in ["สมชาย", "somchai", "5678", "+66 81 234 5678", "234567", "๕๖๗๘"] {
            let hits = search(typed, &[Kind::Statement]).await;
            assert_eq!(hits.len(), 1, "{typed}");
            assert_eq!(hits[0].caption, "สมชาย ใจดี");
        }
        for typed in ["", "  ", "'", "\"*\" OR (", "!&|:*", "ไม่มีคำนี้", "nowhere"] {
            assert_eq!(search(typed, &[]).await.len(), 0, "{typed}");
        }
    });
}

#[test]
fn a_search_keeps_to_its_agency_kind_time_and_page() {
    on_both(|store, _| async move {
        let mut desk = Desk::new("KH-CIB", 1);
        let feed = desk.begin(&store, audience(1), &[]).await;
        let drafts: Vec<_> =
            (0..30).map(|n| desk.report(audience(1), &format!("Report {n}"), "river crossing")).collect();
        let (first, last) = (drafts[0].at, drafts[29].at);
        let wanted: Vec<_> = drafts.iter().rev().map(|draft| draft.record).collect();
        desk.write(&store, &feed, drafts).await;
        let query = SearchQuery { text: "river".to_owned(), limit: 10, ..SearchQuery::default() };
        let records = |query: SearchQuery| {
            let store = store.clone();
            async move {
                store.search(&query).await.unwrap().into_iter().map(|hit| hit.record).collect::<Vec<_>>()
            }
        };
        assert_eq!(records(query.clone()).await, wanted[..10]);
        assert_eq!(records(SearchQuery { offset: 25, ..query.clone() }).await, wanted[25..]);
        assert_eq!(records(SearchQuery { since: Some(last), ..query.clone() }).await, wanted[..1]);
        assert_eq!(records(SearchQuery { until: Some(first), ..query.clone() }).await, []);
        assert_eq!(records(SearchQuery { kinds: vec![Kind::Case], ..query.clone() }).await, []);
        let other = lintas_model::AgencyCode::new("TH-DSI").unwrap();
        assert_eq!(records(SearchQuery { agency: Some(other), ..query.clone() }).await, []);
        assert_eq!(records(SearchQuery { agency: Some(desk.code.clone()), ..query }).await.len(), 10);
    });
}

#[test]
fn a_number_as_its_country_writes_it_meets_its_international_form() {
    on_both(|store, _| async move {
        let report = ReportId::from_uuid(Uuid::from_u128(1));
        let mut thai = Desk::new("TH-DSI", 1);
        let feed = thai.begin(&store, audience(1), &[]).await;
        let (at_home, one) = thai.person(audience(1), report, "Somchai", "081-234-5678");
        thai.write(&store, &feed, vec![at_home]).await;
        let mut khmer = Desk::new("KH-CIB", 2);
        let feed = khmer.feed(audience(2));
        let (abroad, other) = khmer.person(audience(2), report, "Chai", "+66 81 234 5678");
        // The same digits written in Cambodia are a number of Cambodia, if of any country.
        let (elsewhere, third) = khmer.person(audience(2), report, "Dara", "081-234-5678");
        let entries = khmer.seal(lintas_ledger::FeedHead::start(feed.clone(), 0), vec![abroad, elsewhere]);
        store.accept(&feed, entries, khmer.now()).await.unwrap();
        let sharing = store.sharing(one).await.unwrap();
        assert_eq!(sharing.iter().map(|shared| shared.entity).collect::<Vec<_>>(), [other]);
        assert_eq!(sharing[0].value, "+66812345678");
        assert!(store.sharing(third).await.unwrap().is_empty());
    });
}

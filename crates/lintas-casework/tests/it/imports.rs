use std::io::Cursor;

use lintas_casework::intake::{self, Imported};
use lintas_casework::{Ctx, case, report, victim};
use lintas_intake::Options;

use crate::fixture::{holds, small, staffed};

async fn import(ctx: &Ctx, name: &str, text: &str, options: Options) -> lintas_casework::Result<Imported> {
    let bytes = text.as_bytes().to_vec();
    intake::import(ctx, name.to_owned(), move || Ok(Cursor::new(bytes.clone())), options, None, |_| ()).await
}

const PERSONS: &str = "Name,Phone,Date of birth\n\
    Nobody Inparticular,+855 12 345 678,2 March 1980\n\
    Somebody Else,+855 12 345 679,14 May 1985\n";

#[tokio::test]
async fn the_same_file_twice_adds_nothing_and_an_undone_one_can_be_taken_again() {
    let it = small("KHM", 90).await;
    let ctx = it.seat("first").await;
    let first = import(&ctx, "persons.csv", PERSONS, Options::default()).await.unwrap();
    assert_eq!((first.taken, first.known), (2, 0), "{}", first.reading);
    let again = import(&ctx, "persons.csv", PERSONS, Options::default()).await.unwrap();
    assert_eq!((again.taken, again.known, again.import), (0, 2, None));
    let reports = report::list(&ctx, None, 0, 0).await.unwrap().len();
    assert!(reports > 0);
    intake::undo(&ctx, first.import.unwrap(), "wrong file").await.unwrap();
    assert!(intake::undo(&ctx, first.import.unwrap(), "twice").await.is_err());
    assert!(report::list(&ctx, None, 0, 0).await.unwrap().is_empty());
    let third = import(&ctx, "persons.csv", PERSONS, Options::default()).await.unwrap();
    assert_eq!((third.taken, third.known), (2, 0));
    assert_eq!(report::list(&ctx, None, 0, 0).await.unwrap().len(), reports);
    assert_eq!(it.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn an_ambiguous_date_stops_with_a_question_and_its_answer_is_found_again() {
    let it = small("KHM", 91).await;
    let ctx = it.seat("first").await;
    let text = "Name,Date of birth\nNobody Inparticular,03/04/1980\nSomebody Else,05/06/1985\n";
    let asked = import(&ctx, "dates.csv", text, Options::default()).await.unwrap();
    assert!(asked.import.is_none() && asked.reading.questions.len() == 1, "{}", asked.reading);
    assert!(report::list(&ctx, None, 0, 0).await.unwrap().is_empty());
    let header = asked.reading.questions[0].column.clone();
    let mut options = Options::default();
    options.date_orders.insert(header, lintas_model::date::DateOrder::DayFirst);
    let mapping = asked.reading.mapping("dates", &options).unwrap();
    intake::save_mapping(&ctx, &mapping).unwrap();
    let mappings = intake::mappings(&ctx).unwrap();
    assert_eq!(mappings.len(), 1);
    let done = import(&ctx, "dates.csv", text, Options { mappings, ..Options::default() }).await.unwrap();
    assert_eq!(done.taken, 2, "{}", done.reading);
}

const VICTIMS: &str = "Case ID,Victim name,Age,Gender,Citizenship,Type of exploitation\n\
    1,Zzyzx Quuxian,15,F,KHM,Forced labour\n\
    2,Plugh Xyzzyson,30,M,LAO,Forced labour\n";

#[tokio::test]
async fn victims_become_codes_and_their_names_are_in_no_byte_of_the_node() {
    let it = small("KHM", 92).await;
    let ctx = it.seat("first").await;
    let done = import(&ctx, "victims.csv", VICTIMS, Options::default()).await.unwrap();
    assert!(done.taken > 0, "{}", done.reading);
    let case = done.case.unwrap_or_else(|| panic!("no protected person: {}", done.reading));
    let persons = victim::list(&ctx, case).await.unwrap();
    assert_eq!(persons.len(), 2);
    assert!(persons.iter().all(|person| person.body.code.starts_with("V-")));
    for name in ["Zzyzx", "Quuxian", "Plugh", "Xyzzyson"] {
        assert!(!holds(&it.bytes(), name), "{name}");
    }
    // An undo reaches them too, and the file can be taken again, in the same case.
    intake::undo(&ctx, done.import.unwrap(), "wrong file").await.unwrap();
    assert!(victim::list(&ctx, case).await.unwrap().is_empty());
    let again = import(&ctx, "victims.csv", VICTIMS, Options::default()).await.unwrap();
    assert_eq!((again.taken, again.case), (done.taken, Some(case)));
    assert_eq!(victim::list(&ctx, case).await.unwrap().len(), 2);
    assert_eq!(case::list(&ctx).await.unwrap()[0].protected, 2);
    assert_eq!(it.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn whoever_may_not_open_a_case_is_asked_for_one_before_anything_is_written() {
    let it = staffed("KHM", 93).await;
    let analyst = it.seat("analyst").await;
    assert!(import(&analyst, "victims.csv", VICTIMS, Options::default()).await.is_err());
    assert!(report::list(&analyst, None, 0, 0).await.unwrap().is_empty());
    let officer = it.seat("officer").await;
    assert!(import(&officer, "persons.csv", PERSONS, Options::default()).await.is_err());
}

/// A file on a stick that is pulled out after so many bytes.
struct Pulled {
    file: Cursor<Vec<u8>>,
    after: u64,
}

impl std::io::Read for Pulled {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.file.position() >= self.after {
            return Err(std::io::Error::other("the stick is gone"));
        }
        let length = buffer.len().min(4_096);
        self.file.read(&mut buffer[..length])
    }
}

impl std::io::Seek for Pulled {
    fn seek(&mut self, to: std::io::SeekFrom) -> std::io::Result<u64> {
        self.file.seek(to)
    }
}

#[tokio::test]
async fn an_import_that_breaks_halfway_leaves_nothing_and_the_next_one_takes_every_row() {
    let it = small("KHM", 94).await;
    let ctx = it.seat("first").await;
    let rows = (0..1_200).map(|n| format!("Nobody Number{n},+855 12 {:06}\n", n)).collect::<String>();
    let text = format!("Name,Phone\n{rows}");
    let opened = std::sync::atomic::AtomicU32::new(0);
    let bytes = text.clone().into_bytes();
    let open = || {
        let first = opened.fetch_add(1, std::sync::atomic::Ordering::SeqCst) == 0;
        let after = if first { u64::MAX } else { bytes.len() as u64 / 2 };
        Ok(Pulled { file: Cursor::new(bytes.clone()), after })
    };
    let broken = intake::import(&ctx, "many.csv".to_owned(), open, Options::default(), None, |_| ()).await;
    assert!(broken.is_err());
    assert!(report::list(&ctx, None, 0, 0).await.unwrap().is_empty());
    let done = import(&ctx, "many.csv", &text, Options::default()).await.unwrap();
    assert_eq!((done.taken, done.known), (1_200, 0), "{}", done.reading);
    assert_eq!(it.findings().await, Vec::<String>::new());
}

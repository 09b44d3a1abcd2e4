//! Reads a file from its first byte to its last row.

use std::cell::Cell as Counter;
use std::io::{Read, Seek, SeekFrom};
use std::rc::Rc;

use encoding_rs::Encoding;
use sha2::{Digest, Sha256};
use zip::ZipArchive;

use crate::detect::{self, Packing, format_of_headers, format_of_text};
use crate::htcds::HtcdsRows;
use crate::incidents::IncidentRows;
use crate::reading::{Counts, Reading, SheetReading};
use crate::rows::archive::{self, Workbook as Kind};
use crate::rows::delimited::Delimited;
use crate::rows::encoding::{self, Census};
use crate::rows::ods::{self, OdsRows};
use crate::rows::workbook::Workbook;
use crate::rows::{Row, RowReader, delimiter, legacy};
use crate::session::Session;
use crate::table::columns::{FoundBy, Layout};
use crate::table::row::TableRows;
use crate::{Code, Format, IntakeError, Meaning, Options, Sink, lists};

/// Rows looked at before the meaning of the columns is decided.
const SAMPLE_ROWS: usize = 400;

/// Reads a file and passes its rows to `sink`; nothing else is written anywhere.
///
/// The file is read twice: once to its end for its checksum and encoding, once for its rows. Memory does not grow with
/// a text file; of a workbook the table of shared texts is held. When the [`Reading`] has questions, the rows that
/// raised them were not passed on: read again with the answers in [`Options::date_orders`].
///
/// # Errors
/// The file as a whole cannot be read; see [`IntakeError`]. Rows that cannot be read are issues, not errors.
pub fn read<R: Read + Seek>(
    name: &str,
    mut file: R,
    options: &Options,
    sink: &mut dyn Sink,
) -> Result<Reading, IntakeError> {
    let scan = scan(name, &mut file)?;
    let packing = detect::packing(name, &scan.head);
    let (kind, text) = match packing {
        Packing::Foreign { found, next_step } => {
            return Err(unknown(name, found, next_step));
        }
        Packing::Xml => (options.format.unwrap_or(Format::UnList), None),
        Packing::Archive => (options.format.unwrap_or(Format::Table), None),
        Packing::Text => {
            let text = TextFile::of(name, &scan, options)?;
            (options.format.unwrap_or_else(|| format_of_text(&text.head)), Some(text))
        }
    };
    let mut session = Session::new(name, kind.as_str(), options, sink);
    session.file_bytes = scan.bytes;
    let mut reading = Reading {
        file_name: name.to_owned(),
        file_bytes: scan.bytes,
        file_sha256: scan.sha256.clone(),
        format: kind,
        encoding: text.as_ref().map(|t| encoding::name(t.encoding).to_owned()),
        delimiter: text.as_ref().map(|t| t.sign),
        sheets: Vec::new(),
        counts: Counts::default(),
        questions: Vec::new(),
        issues: Vec::new(),
        issues_by_code: Default::default(),
    };
    match (&text, kind) {
        (_, Format::UnList) => {
            if !matches!(packing, Packing::Xml) {
                return Err(unknown(name, "no XML", "give the XML edition of the list"));
            }
            rewind(name, &mut file)?;
            let counted = Counted { from: &mut file, count: session.position.clone() };
            lists::un::read(&mut session, counted)?;
            reading.sheets.push(SheetReading { counts: session.counts, ..SheetReading::default() });
        }
        (Some(text), Format::OfacSdn) => {
            let mut rows = text.rows(name, &mut file, &session)?;
            lists::ofac::read(&mut session, &mut rows)?;
            reading.sheets.push(SheetReading { counts: session.counts, ..SheetReading::default() });
        }
        (Some(text), _) => read_text(name, &mut file, text, &mut session, &mut reading)?,
        (None, Format::OfacSdn) => {
            return Err(unknown(name, "a workbook", "give sdn.csv as it was published"));
        }
        (None, _) => read_workbook(name, &mut file, &mut session, &mut reading)?,
    }
    session.tell_progress();
    reading.counts = session.counts;
    reading.questions = session.dates.questions();
    reading.issues = session.kept;
    reading.issues_by_code = session.by_code;
    Ok(reading)
}

fn unknown(name: &str, found: &str, next_step: &str) -> IntakeError {
    IntakeError::UnknownFormat {
        file: name.to_owned(),
        found: format!("it looks like {found}"),
        next_step: next_step.to_owned(),
    }
}

/// What the first reading of the file shows.
struct Scan {
    bytes: u64,
    head: Vec<u8>,
    sha256: String,
    census: Census,
}

fn scan<R: Read + Seek>(name: &str, file: &mut R) -> Result<Scan, IntakeError> {
    rewind(name, file)?;
    let mut hasher = Sha256::new();
    let mut census = Census::default();
    let mut head = Vec::new();
    let mut buffer = vec![0; 256 << 10];
    let mut archive = false;
    loop {
        let read = match file.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(source) => return Err(IntakeError::Io { file: name.to_owned(), source }),
        };
        let piece = &buffer[..read];
        if head.len() < detect::HEAD_BYTES {
            head.extend(piece.iter().take(detect::HEAD_BYTES - head.len()));
            archive = head.starts_with(b"PK");
        }
        hasher.update(piece);
        if !archive {
            census.take(piece);
        }
    }
    if head.is_empty() || head.iter().all(u8::is_ascii_whitespace) && head.len() < detect::HEAD_BYTES {
        return Err(IntakeError::Empty { file: name.to_owned() });
    }
    let bytes = file.stream_position().map_err(|source| IntakeError::Io { file: name.to_owned(), source })?;
    Ok(Scan { bytes, head, sha256: hex::encode(hasher.finalize()), census })
}

fn rewind<R: Seek>(name: &str, file: &mut R) -> Result<(), IntakeError> {
    file.seek(SeekFrom::Start(0))
        .map(|_| ())
        .map_err(|source| IntakeError::Io { file: name.to_owned(), source })
}

/// Counts the bytes that pass, for the progress bar.
struct Counted<R> {
    from: R,
    count: Rc<Counter<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.from.read(buffer)?;
        self.count.set(self.count.get() + read as u64);
        Ok(read)
    }
}

/// How a text file is written.
struct TextFile {
    head: String,
    encoding: &'static Encoding,
    guessed: bool,
    sign: char,
}

impl TextFile {
    fn of(name: &str, scan: &Scan, options: &Options) -> Result<Self, IntakeError> {
        let found = scan.census.judge();
        let (encoding, guessed) = match &options.encoding {
            None => (found.encoding, found.guessed),
            Some(label) => match encoding::named(label) {
                Some(encoding) => (encoding, false),
                None => {
                    let reason = format!("an encoding `{label}`, which is not known");
                    return Err(unknown(
                        name,
                        &reason,
                        "name it as utf-8, tis-620, windows-1258 or windows-1252",
                    ));
                }
            },
        };
        let mut head = String::new();
        let mut from = encoding::Transcode::new(scan.head.as_slice(), encoding);
        while from.more(&mut head).unwrap_or(false) {}
        let sign = options.delimiter.unwrap_or_else(|| delimiter::find(&head));
        Ok(Self { head, encoding, guessed, sign })
    }

    fn rows<'f, R: Read + Seek>(
        &self,
        name: &str,
        file: &'f mut R,
        session: &Session<'_>,
    ) -> Result<Delimited<Counted<&'f mut R>>, IntakeError> {
        rewind(name, file)?;
        session.position.set(0);
        let counted = Counted { from: file, count: session.position.clone() };
        Ok(Delimited::new(name, counted, self.encoding, self.sign, session.options.limits))
    }
}

/// Takes the rows of one sheet, whatever its format.
enum Taker {
    Table(TableRows),
    Htcds(HtcdsRows),
    Incidents(IncidentRows),
}

impl Taker {
    fn header_row(&self) -> u64 {
        match self {
            Self::Table(rows) => rows.layout().header_row,
            Self::Htcds(rows) => rows.header_row(),
            Self::Incidents(rows) => rows.header_row(),
        }
    }

    fn take(&mut self, sheet: &str, row: &Row, session: &mut Session<'_>) -> Result<(), IntakeError> {
        match self {
            Self::Table(rows) => rows.take(sheet, row, session),
            Self::Htcds(rows) => rows.take(sheet, row, session),
            Self::Incidents(rows) => rows.take(sheet, row, session),
        }
    }
}

fn sample(rows: &mut dyn RowReader) -> Result<Vec<Row>, IntakeError> {
    let mut sample = Vec::new();
    while sample.len() < SAMPLE_ROWS
        && let Some(row) = rows.next_row()?
    {
        sample.push(row);
    }
    Ok(sample)
}

fn read_text<R: Read + Seek>(
    name: &str,
    file: &mut R,
    text: &TextFile,
    session: &mut Session<'_>,
    reading: &mut Reading,
) -> Result<(), IntakeError> {
    let sample = sample(&mut text.rows(name, file, session)?)?;
    // Who names the encoding has looked at the letters.
    if session.options.encoding.is_none() {
        refuse_legacy_fonts(name, &sample)?;
    }
    if text.guessed {
        let reason =
            format!("the letters were read as {}, judged from their bytes", encoding::name(text.encoding));
        session.about(
            Code::EncodingGuessed,
            "",
            None,
            reason,
            "look at some names; if they are wrong, name the encoding",
        );
    }
    let (mut taker, mut sheet) = prepare("", &sample, reading.format, true, session);
    if sheet.skipped.is_some() {
        let headers = sheet.columns.iter().map(|c| c.header.clone()).collect();
        return Err(IntakeError::NothingRecognised { file: name.to_owned(), headers });
    }
    let mut rows = text.rows(name, file, session)?;
    take_rows("", &mut rows, &mut taker, session, &mut sheet)?;
    reading.sheets.push(sheet);
    Ok(())
}

fn read_workbook<R: Read + Seek>(
    name: &str,
    file: &mut R,
    session: &mut Session<'_>,
    reading: &mut Reading,
) -> Result<(), IntakeError> {
    let limits = session.options.limits;
    rewind(name, file)?;
    let kind = archive::check(name, &mut *file, &limits)?;
    rewind(name, file)?;
    let mut book = match kind {
        Kind::Xlsx => Book::Xlsx(Box::new(Workbook::open(name, &mut *file)?)),
        Kind::Ods => Book::Ods { sheets: ods::sheets(name, &mut *file)?, file },
    };
    let sheets = book.sheets();
    let mut samples = Vec::new();
    for (index, sheet) in sheets.iter().enumerate() {
        let rows = book.with_rows(name, index, sheet, session, &mut |rows, _| sample(rows))?;
        refuse_legacy_fonts(name, &rows)?;
        samples.push(rows);
    }
    if session.options.format.is_none() {
        let of_sheet = |rows: &Vec<Row>| {
            rows.iter()
                .take(20)
                .find_map(|r| format_of_headers(&r.cells.iter().map(|c| c.text.as_str()).collect::<Vec<_>>()))
        };
        if let Some(format) = samples.iter().find_map(of_sheet) {
            reading.format = format;
            session.fingerprints = crate::fingerprint::Fingerprints::new(
                &session.options.secret,
                format.as_str(),
                &session.options.source,
            );
        }
    }
    if crate::htcds::is_form_definition(&sheets, &samples) {
        let found = "the definition of a survey form";
        return Err(unknown(name, found, "give the export of its answers as .xlsx or .csv"));
    }
    let mut prepared: Vec<(Taker, SheetReading)> = sheets
        .iter()
        .zip(&samples)
        .map(|(sheet, sample)| prepare(sheet, sample, reading.format, false, session))
        .collect();
    let mut people = crate::htcds::People::default();
    if reading.format == Format::Htcds {
        for (index, sheet) in sheets.iter().enumerate() {
            let Taker::Htcds(taker) = &prepared[index].0 else { continue };
            book.with_rows(name, index, sheet, session, &mut |rows, session| {
                while let Some(row) = rows.next_row()? {
                    taker.learn(&row, &mut people, session);
                }
                Ok(Vec::new())
            })?;
        }
    }
    let mut headers = Vec::new();
    let mut any = false;
    for (index, sheet) in sheets.iter().enumerate() {
        let (mut taker, mut found) = prepared.remove(0);
        if found.skipped.is_none() {
            any = true;
            if let Taker::Htcds(rows) = &mut taker {
                rows.know(&people);
            }
            book.with_rows(name, index, sheet, session, &mut |rows, session| {
                take_rows(sheet, rows, &mut taker, session, &mut found).map(|()| Vec::new())
            })?;
        } else {
            headers.extend(found.columns.iter().map(|c| c.header.clone()));
            let reason = found.skipped.clone().unwrap_or_default();
            session.about(Code::SheetSkipped, sheet, None, reason, "nothing to do, unless it holds data");
        }
        reading.sheets.push(found);
    }
    if any { Ok(()) } else { Err(IntakeError::NothingRecognised { file: name.to_owned(), headers }) }
}

/// A workbook of either kind.
enum Book<'f, R: Read + Seek> {
    Xlsx(Box<Workbook<&'f mut R>>),
    Ods { sheets: Vec<String>, file: &'f mut R },
}

type WithRows<'w> = dyn FnMut(&mut dyn RowReader, &mut Session<'_>) -> Result<Vec<Row>, IntakeError> + 'w;

impl<R: Read + Seek> Book<'_, R> {
    fn sheets(&self) -> Vec<String> {
        match self {
            Self::Xlsx(book) => book.sheets(),
            Self::Ods { sheets, .. } => sheets.clone(),
        }
    }

    fn with_rows(
        &mut self,
        name: &str,
        index: usize,
        sheet: &str,
        session: &mut Session<'_>,
        then: &mut WithRows<'_>,
    ) -> Result<Vec<Row>, IntakeError> {
        let limits = session.options.limits;
        match self {
            Self::Xlsx(book) => then(&mut book.rows(sheet, limits)?, session),
            Self::Ods { file, .. } => {
                let damaged = |error: zip::result::ZipError| IntakeError::Damaged {
                    file: name.to_owned(),
                    place: "content.xml".to_owned(),
                    reason: error.to_string(),
                    next_step: "ask for the file again".to_owned(),
                };
                rewind(name, file)?;
                let mut archive = ZipArchive::new(&mut **file).map_err(damaged)?;
                let content = archive.by_name("content.xml").map_err(damaged)?;
                then(&mut OdsRows::new(name, sheet, index, Box::new(content), limits)?, session)
            }
        }
    }
}

fn refuse_legacy_fonts(name: &str, sample: &[Row]) -> Result<(), IntakeError> {
    let texts = sample.iter().flat_map(|r| &r.cells).map(|c| c.text.as_str());
    match legacy::font_of(texts) {
        Some(font) => {
            Err(IntakeError::LegacyFont { file: name.to_owned(), font: font.family, next_step: font.advice })
        }
        None => Ok(()),
    }
}

/// Decides what the columns of a sheet mean and who takes its rows.
fn prepare(
    sheet: &str,
    sample: &[Row],
    format: Format,
    from_text: bool,
    session: &mut Session<'_>,
) -> (Taker, SheetReading) {
    let mut found = SheetReading { name: sheet.to_owned(), ..SheetReading::default() };
    if format == Format::Htcds {
        let rows = HtcdsRows::new(sheet, sample, session);
        found.header_row = rows.header_row();
        found.columns = rows.columns();
        if found.columns.is_empty() {
            found.skipped = Some("has no columns of the case data standard".to_owned());
        }
        return (Taker::Htcds(rows), found);
    }
    if format == Format::Incidents
        && let Some(rows) = IncidentRows::new(sample)
    {
        found.header_row = rows.header_row();
        found.columns = rows.columns();
        return (Taker::Incidents(rows), found);
    }
    let (layout, dates) = Layout::of(sample, session.options);
    session.dates.adopt(&dates);
    found.header_row = layout.header_row;
    found.columns.clone_from(&layout.columns);
    found.signature.clone_from(&layout.signature);
    found.mapping.clone_from(&layout.mapping);
    if sample.iter().all(Row::is_blank) {
        found.skipped = Some("is empty".to_owned());
    } else if !layout.names_something() {
        found.skipped = Some("has no column that names a person, a thing, a place or an event".to_owned());
    } else {
        let unknown = |c: &&crate::Column| c.found_by == FoundBy::Nothing && c.meaning == Meaning::Other;
        for column in layout.columns.iter().filter(unknown) {
            let reason = "is not recognised; its values are kept under its own header".to_owned();
            let next_step = "say what it means, once: the mapping can be saved";
            session.about(Code::ColumnUnknown, sheet, Some(&column.header), reason, next_step);
        }
    }
    (Taker::Table(TableRows::new(sheet, layout, from_text)), found)
}

fn take_rows(
    sheet: &str,
    rows: &mut dyn RowReader,
    taker: &mut Taker,
    session: &mut Session<'_>,
    found: &mut SheetReading,
) -> Result<(), IntakeError> {
    let before = session.counts;
    let header_row = taker.header_row();
    while !session.is_enough()
        && let Some(row) = rows.next_row()?
    {
        if row.number > header_row && !row.is_blank() {
            taker.take(sheet, &row, session)?;
        }
    }
    found.counts = session.counts.since(before);
    Ok(())
}

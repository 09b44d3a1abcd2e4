//! Files that a browser sends: written to disk as they come, within a limit, and looked at before anything reads them.

use std::path::{Path, PathBuf};

use axum::extract::multipart::{Field, Multipart};
use lintas_casework::attachment::{self, NewAttachment};
use tokio::io::AsyncWriteExt;

use crate::problem::Problem;
use crate::routes::search::show::encode;
use crate::seat::PLAIN_BYTES;

/// The largest file that is taken through a page; larger ones are imported at the node.
pub(crate) const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// A file that came in.
#[derive(Debug)]
pub(crate) struct Upload {
    /// Where it lies.
    pub(crate) path: PathBuf,
    /// Its name without folders, as the person knows it.
    pub(crate) file_name: String,
    /// How many bytes it has.
    pub(crate) size_bytes: u64,
}

/// What the first bytes say about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Looks {
    /// Text in some encoding: CSV, TSV, XML, JSON.
    Text,
    /// A ZIP archive: XLSX and its kin, or a bundle.
    Archive,
    /// A program, a picture, or something else that no import reads.
    Other,
}

/// Looks at the first bytes of a file.
pub(crate) fn looks(first: &[u8]) -> Looks {
    if first.starts_with(b"PK\x03\x04") {
        return Looks::Archive;
    }
    let utf16 = first.starts_with(&[0xff, 0xfe]) || first.starts_with(&[0xfe, 0xff]);
    let refused: [&[u8]; 7] =
        [b"MZ", b"\x7fELF", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0", b"\x1f\x8b"];
    if refused.iter().any(|magic| first.starts_with(magic)) || (!utf16 && first.contains(&0)) {
        return Looks::Other;
    }
    Looks::Text
}

/// Takes the token and one file out of a form; the token must come first and is checked before the file is read.
pub(crate) async fn receive(
    mut form: Multipart,
    token_fits: impl Fn(&str) -> bool,
    folder: &Path,
    name: &str,
) -> Result<Option<Upload>, Problem> {
    let mut trusted = false;
    while let Some(field) = form.next_field().await.map_err(|_| Problem::Large)? {
        match field.name() {
            Some("_form") => {
                trusted = token_fits(&field.text().await.map_err(|_| Problem::Large)?);
            }
            Some("file") if trusted => return save(field, folder, name).await,
            Some("file") => return Err(Problem::Origin),
            _ => {}
        }
    }
    Ok(None)
}

/// Takes the plain fields of a form, as the body of a plain form, and its files. The token must come first: nobody else's
/// files are read into memory.
pub(crate) async fn form_with_files(
    mut form: Multipart,
    token_fits: impl Fn(&str) -> bool,
) -> Result<(Vec<u8>, Vec<NewAttachment>), Problem> {
    let (mut plain, mut files, mut trusted) = (String::new(), Vec::new(), false);
    while let Some(mut field) = form.next_field().await.map_err(|_| Problem::Large)? {
        let name = field.name().unwrap_or_default().to_owned();
        if !trusted && name != "_form" {
            return Err(Problem::Origin);
        }
        if let Some(file_name) = field.file_name() {
            let file_name = plain_name(file_name);
            let mut bytes = Vec::new();
            while let Some(chunk) = field.chunk().await.map_err(|_| Problem::Large)? {
                if bytes.len() + chunk.len() > attachment::MOST_BYTES {
                    return Err(Problem::Large);
                }
                bytes.extend_from_slice(&chunk);
            }
            if !file_name.is_empty() && !bytes.is_empty() {
                files.push(NewAttachment { name: file_name, bytes });
            }
            continue;
        }
        let text = field.text().await.map_err(|_| Problem::Large)?;
        if name == "_form" {
            trusted = token_fits(&text);
            if !trusted {
                return Err(Problem::Origin);
            }
        }
        if plain.len() + text.len() > PLAIN_BYTES {
            return Err(Problem::Large);
        }
        let joint = if plain.is_empty() { "" } else { "&" };
        plain.push_str(&format!("{joint}{}={}", encode(&name), encode(&text)));
    }
    Ok((plain.into_bytes(), files))
}

async fn save(mut field: Field<'_>, folder: &Path, name: &str) -> Result<Option<Upload>, Problem> {
    let file_name = plain_name(field.file_name().unwrap_or_default());
    if file_name.is_empty() {
        return Ok(None);
    }
    let broken = |source: std::io::Error| Problem::broken("WB-001", &source);
    tokio::fs::create_dir_all(folder).await.map_err(broken)?;
    let path = folder.join(name);
    let mut file = tokio::fs::File::create(&path).await.map_err(broken)?;
    let mut size_bytes = 0;
    loop {
        let chunk = match field.chunk().await {
            Ok(Some(chunk)) => chunk,
            Ok(None) => break,
            Err(_) => {
                let _ = tokio::fs::remove_file(&path).await;
                return Err(Problem::Large);
            }
        };
        size_bytes += chunk.len() as u64;
        if size_bytes > MOST_BYTES {
            let _ = tokio::fs::remove_file(&path).await;
            return Err(Problem::Large);
        }
        file.write_all(&chunk).await.map_err(broken)?;
    }
    file.flush().await.map_err(broken)?;
    Ok(Some(Upload { path, file_name, size_bytes }))
}

/// Remembers the name that the person knows the file by, beside the file.
pub(crate) async fn note_name(upload: &Upload) -> Result<(), Problem> {
    let beside = upload.path.with_extension("name");
    tokio::fs::write(beside, &upload.file_name).await.map_err(|error| Problem::broken("WB-001", &error))
}

/// Finds an uploaded file by the name in its address.
pub(crate) async fn find(folder: &Path, name: &str) -> Result<Upload, Problem> {
    if name.is_empty() || !name.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(Problem::Missing);
    }
    let path = folder.join(name);
    let size_bytes = tokio::fs::metadata(&path).await.map_err(|_| Problem::Missing)?.len();
    let file_name =
        tokio::fs::read_to_string(path.with_extension("name")).await.map_err(|_| Problem::Missing)?;
    Ok(Upload { path, file_name, size_bytes })
}

/// Removes an uploaded file.
pub(crate) async fn remove(folder: &Path, name: &str) {
    if let Ok(upload) = find(folder, name).await {
        let _ = tokio::fs::remove_file(upload.path.with_extension("name")).await;
        let _ = tokio::fs::remove_file(upload.path).await;
    } else if !name.is_empty() && name.bytes().all(|b| b.is_ascii_hexdigit()) {
        let _ = tokio::fs::remove_file(folder.join(name)).await;
    }
}

/// The name of a file without folders, control signs and tricks of direction.
pub(crate) fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept = last.chars().filter(|c| {
        !c.is_control()
            && !matches!(c, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    });
    let name = kept.take(200).collect::<String>();
    if matches!(name.trim(), "" | "." | "..") { String::new() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_bytes_not_by_its_name() {
        assert_eq!(looks(b"name,phone\n"), Looks::Text);
        assert_eq!(looks("ชื่อ,โทร".as_bytes()), Looks::Text);
        assert_eq!(looks(&[0xff, 0xfe, b'n', 0]), Looks::Text);
        assert_eq!(looks(b"PK\x03\x04rest"), Looks::Archive);
        for program in [b"MZ\x90\x00".as_slice(), b"\x7fELF", b"%PDF-1.7", b"abc\x00def"] {
            assert_eq!(looks(program), Looks::Other);
        }
    }

    #[test]
    fn the_name_of_a_file_leads_nowhere() {
        assert_eq!(plain_name("../../etc/passwd"), "passwd");
        assert_eq!(plain_name("C:\\temp\\ทะเบียน.xlsx"), "ทะเบียน.xlsx");
        assert_eq!(plain_name("a\u{202e}fdp.exe"), "afdp.exe");
        assert_eq!(plain_name(".."), "");
    }
}

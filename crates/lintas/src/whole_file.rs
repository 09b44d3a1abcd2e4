//! A file that is whole or not there at all: written beside its place and moved there when it is finished.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::Context as _;

/// A file being written; what was written is gone when it is dropped unfinished.
pub(crate) struct WholeFile {
    file: BufWriter<File>,
    beside: PathBuf,
    place: PathBuf,
    is_finished: bool,
}

impl WholeFile {
    /// Begins a file that shall stand at a place.
    pub(crate) fn begin(place: &Path) -> anyhow::Result<Self> {
        let mut name = place.file_name().unwrap_or_default().to_owned();
        name.push(".partial");
        let beside = place.with_file_name(name);
        let file = File::create(&beside).with_context(|| could_not_write(place))?;
        Ok(Self { file: BufWriter::new(file), beside, place: place.to_owned(), is_finished: false })
    }

    /// Puts the file in its place; it is on disk then.
    pub(crate) fn finish(mut self) -> anyhow::Result<()> {
        self.file
            .flush()
            .and_then(|()| self.file.get_ref().sync_all())
            .and_then(|()| std::fs::rename(&self.beside, &self.place))
            .with_context(|| could_not_write(&self.place))?;
        self.is_finished = true;
        Ok(())
    }

    /// Writes a file of bytes that are there already.
    pub(crate) fn of(place: &Path, bytes: &[u8]) -> anyhow::Result<()> {
        let mut file = Self::begin(place)?;
        file.write_all(bytes).with_context(|| could_not_write(place))?;
        file.finish()
    }
}

fn could_not_write(place: &Path) -> String {
    format!("could not write `{}`", place.display())
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for WholeFile {
    fn drop(&mut self) {
        if !self.is_finished {
            // Whatever lies there is no file that anybody asked for; it may be gone already.
            let _ = std::fs::remove_file(&self.beside);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_finished_leaves_the_old_one_and_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("report.pdf");
        WholeFile::of(&place, b"old").unwrap();
        let mut file = WholeFile::begin(&place).unwrap();
        file.write_all(b"ne").unwrap();
        drop(file);
        assert_eq!(std::fs::read(&place).unwrap(), b"old");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        WholeFile::of(&place, b"new").unwrap();
        assert_eq!(std::fs::read(&place).unwrap(), b"new");
    }

    #[test]
    fn a_place_that_cannot_be_written_is_named() {
        let error = WholeFile::of(Path::new("/nowhere/at/all.pdf"), b"").unwrap_err();
        assert!(error.to_string().contains("/nowhere/at/all.pdf"), "{error}");
    }
}

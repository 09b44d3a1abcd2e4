//! Caps that no honest file reaches: what keeps a hostile one from filling memory or disk.

/// How much a file may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Entries in a workbook's archive.
    pub archive_entries: usize,
    /// Bytes that all entries of the archive may unpack to.
    pub unpacked_bytes: u64,
    /// Times that an entry of more than a mebibyte may be larger than its packed form.
    pub unpack_ratio: u64,
    /// Bytes in one row.
    pub row_bytes: usize,
    /// Bytes in one cell; the rest is cut.
    pub cell_bytes: usize,
    /// Columns in a sheet.
    pub columns: usize,
    /// Issues kept in the reading; all are counted.
    pub issues_kept: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            archive_entries: 10_000,
            unpacked_bytes: 2 << 30,
            unpack_ratio: 400,
            row_bytes: 4 << 20,
            cell_bytes: 256 << 10,
            columns: 2_000,
            issues_kept: 1_000,
        }
    }
}

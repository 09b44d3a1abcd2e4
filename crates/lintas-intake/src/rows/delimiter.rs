//! Which sign stands between the cells.

use super::delimited::split_sample;

/// The signs tried, in order of preference when several fit equally.
pub(crate) const CANDIDATES: [char; 4] = [',', ';', '\t', '|'];

/// Finds the sign that cuts the rows of a sample into the same number of cells, more than one.
///
/// Excel's own first line `sep=;` is believed. A file of one column has no such sign: a comma is as good as any.
pub(crate) fn find(sample: &str) -> char {
    let first = sample.lines().next().unwrap_or_default();
    if let Some(sign) = first.strip_prefix("sep=").and_then(|rest| rest.chars().next()) {
        return sign;
    }
    let mut best = (0.0, ',');
    for sign in CANDIDATES {
        let widths: Vec<usize> =
            split_sample(sample, sign, 200).iter().map(Vec::len).filter(|n| *n > 0).collect();
        let score = agreement(&widths);
        if score > best.0 {
            best = (score, sign);
        }
    }
    best.1
}

/// How well the rows agree on one width, weighted towards more cells; 0 when they agree on one cell.
fn agreement(widths: &[usize]) -> f64 {
    let mut most = (0, 0);
    for width in widths {
        let rows = widths.iter().filter(|w| *w == width).count();
        most = most.max((rows, *width));
    }
    let (rows, width) = most;
    if width < 2 || widths.is_empty() {
        return 0.0;
    }
    let share = rows as f64 / widths.len() as f64;
    share * share * (1.0 + (width as f64).ln() / 4.0)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn the_sign_between_cells_is_found() {
        let check = |text: &str, sign| assert_eq!(find(text), sign, "{text}");
        check("name,age\nA,1\nB,2\n", ',');
        check("name;note\nA;1,5, 2,5\nB;3,5, 4\n", ';');
        check("name\tage\nA, B\t1\n", '\t');
        check("a|b|c\n1|2|3\n", '|');
        check("sep=;\na,b;c,d\n", ';');
        check("\"a;b;c\",\"d\"\n\"e;f;g\",\"h\"\n", ',');
        check("name\nA\n", ',');
    }
}

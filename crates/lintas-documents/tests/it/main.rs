//! Promises of the printed documents.

mod drafts;
mod languages;
mod pages;
mod pdf;
mod templates;
mod unprintable;

use lintas_documents::{Document, Incomplete, Press, Printed};

/// Prints, or says why not.
fn print(document: &dyn Document) -> Printed {
    match Press::new().print(document, Incomplete::Draft) {
        Ok(printed) => printed,
        Err(problem) => panic!("{}: {problem}", document.name()),
    }
}

/// The text without white space: a line may end anywhere between words.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn assert_says(printed: &Printed, words: &str) {
    let (page, words) = (squeezed(&printed.text), squeezed(words));
    assert!(page.contains(&words), "{words} is not on the page");
}

//! An agency's own templates, good and bad.

use lintas_documents::documents::Product;
use lintas_documents::{Incomplete, Press, Refused, TemplateProblem, Templates, Wording, samples};
use lintas_model::Language;

fn problem(templates: Templates) -> TemplateProblem {
    let press = Press::new().with_templates(templates);
    match press.print(&samples::note_verbale(Language::Lo), Incomplete::Draft) {
        Err(Refused::Template(problem)) => problem,
        other => panic!("expected a template problem, got {other:?}"),
    }
}

#[test]
fn an_own_template_is_used_in_place_of_the_built_in_one() {
    let own = "#import \"frame.typ\": *\n#show: sheet\nOwn words: #data.number\n";
    let press = Press::new().with_templates(Templates::built_in().with("note_verbale.typ", own));
    let printed = press.print(&samples::note_verbale(Language::Lo), Incomplete::Refuse).unwrap();
    crate::assert_says(&printed, "Own words: 0003/2560");
}

#[test]
fn a_template_that_does_not_compile_is_named_with_its_line_and_the_built_in_one_still_works() {
    let own = "#import \"frame.typ\": *\n#show: sheet\n\n  #dataa.number\n";
    let found = problem(Templates::built_in().with("note_verbale.typ", own));
    assert_eq!((found.file.as_str(), found.line, found.column), ("note_verbale.typ", 4, 4));
    assert!(found.reason.contains("dataa"), "{}", found.reason);
    crate::print(&samples::note_verbale(Language::Lo));
}

#[test]
fn a_broken_frame_is_named_as_the_place_and_not_the_document() {
    let frame = Templates::built_in().text("frame.typ").unwrap().replace("#let wash =", "#let wash = (");
    assert_eq!(problem(Templates::built_in().with("frame.typ", frame)).file, "frame.typ");
}

#[test]
fn a_template_reaches_no_file_no_package_and_no_clock() {
    for reach in [
        "#read(\"/etc/hostname\")",
        "#read(\"../../secret\")",
        "#import \"@preview/example:0.1.0\": *",
        "#datetime.today().display()",
        "#image(\"http://127.0.0.1/x.png\")",
        "#while true {}",
        "#let f(n) = f(n + 1)\n#f(0)",
    ] {
        let found = problem(Templates::built_in().with("note_verbale.typ", reach));
        assert_eq!(found.file, "note_verbale.typ", "{reach}");
    }
}

#[test]
fn a_drawing_reaches_no_file() {
    let mut product = samples::analyst_product(Language::En, Product::LinkChart);
    let picture = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="/etc/logo.png" width="9" height="9"/></svg>"#;
    for (drawing, reason) in [(picture, "/etc/logo.png"), ("no drawing at all", "SVG")] {
        product.drawing = Some(drawing.to_owned());
        match Press::new().print(&product, Incomplete::Draft) {
            Err(Refused::Drawing { reason: found, .. }) => assert!(found.contains(reason), "{found}"),
            other => panic!("expected a refused drawing, got {other:?}"),
        }
    }
}

#[test]
fn text_of_a_record_is_never_taken_for_a_template() {
    let mut note = samples::note_verbale(Language::En);
    note.paragraphs = vec![Wording::same("#read(\"data.json\") $x^2$ *not bold* \\u{41} <label> @ref")];
    let printed = crate::print(&note);
    crate::assert_says(&printed, "#read(\"data.json\") $x^2$ *not bold* \\u{41} <label> @ref");
}

#[test]
fn a_label_that_no_catalogue_has_is_named() {
    let mut note = samples::note_verbale(Language::En);
    note.subject = Wording::label("no-such-label");
    let refused = Press::new().print(&note, Incomplete::Draft).unwrap_err().to_string();
    assert!(refused.contains("no-such-label"), "{refused}");
}

#[test]
fn the_check_finds_the_one_broken_template_and_nothing_wrong_with_the_built_in_ones() {
    let broken = Templates::built_in().with("round_report.typ", "#panic(\"not ready\")");
    let problems = Press::new().with_templates(broken).check();
    assert_eq!(problems.len(), 1);
    assert!(problems[0].to_string().contains("round_report.typ:1:"), "{}", problems[0]);
}

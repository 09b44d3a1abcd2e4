//! Samples of the five analyst products.

use lintas_model::Language;

use super::{frame, say};
use crate::documents::{AnalystProduct, Product};
use crate::wording::Wording;

/// One of the five products, with a small drawing in several scripts.
pub fn analyst_product(language: Language, product: Product) -> AnalystProduct {
    let drawing = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 300" font-family="Noto Sans" font-size="16">
<line x1="120" y1="90" x2="300" y2="200" stroke="#51606e" stroke-width="2"/>
<line x1="300" y1="200" x2="480" y2="90" stroke="#51606e" stroke-width="2" stroke-dasharray="6 4"/>
<circle cx="120" cy="90" r="26" fill="#1f5fa8"/><circle cx="300" cy="200" r="26" fill="#1f5fa8"/>
<rect x="458" y="62" width="44" height="56" fill="#7a4fa3"/>
<text x="120" y="140" text-anchor="middle">ทดสอบ ตัวอย่าง</text>
<text x="300" y="252" text-anchor="middle">កូនទេស គំរូ</text>
<text x="480" y="144" text-anchor="middle">+00 000 000 000</text></svg>"##;
    let row = |name: &str, count: u32| {
        vec![Wording::same(name), Wording::same("+00 000 000 000"), Wording::same(count.to_string())]
    };
    AnalystProduct {
        frame: frame(language, "AP-2017-0001"),
        product,
        case: Wording::same("CASE-0001"),
        title: say(language, "nature"),
        drawing: Some(drawing.to_owned()),
        columns: vec![Wording::label("from"), Wording::label("to"), Wording::label("count")],
        rows: vec![row("ทดสอบ ตัวอย่าง", 7), row("កូនទេស គំរូ", 2)],
        legend: vec![say(language, "confidence")],
        source: say(language, "counting"),
        limits: Some(say(language, "gap")),
    }
}

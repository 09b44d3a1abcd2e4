//! From the attached data to what the templates print: dates, countries and labels written out in both languages.

use std::collections::BTreeSet;

use lintas_model::{Country, Language, PartialDate, Timestamp};
use serde_json::{Map, Value};

use crate::catalogue::Catalogues;
use crate::dates;
use crate::glyphs;

/// Writes wordings out and keeps count of what could not be.
pub(crate) struct Resolver<'a> {
    pub(crate) catalogues: &'a Catalogues,
    pub(crate) other: Option<Language>,
    /// Texts without a translation.
    pub(crate) untranslated: usize,
    /// The first label that no catalogue has.
    pub(crate) unknown_label: Option<String>,
    /// Characters without a font.
    pub(crate) unprintable: BTreeSet<char>,
}

impl<'a> Resolver<'a> {
    pub(crate) fn new(catalogues: &'a Catalogues, other: Option<Language>) -> Self {
        let unprintable = BTreeSet::new();
        Self { catalogues, other, untranslated: 0, unknown_label: None, unprintable }
    }

    /// Both languages of a label, as a pair for the templates.
    pub(crate) fn label(&mut self, key: &str) -> Value {
        self.both(|resolver, language| {
            let label = resolver.catalogues.find(language, key);
            if label.is_none() {
                resolver.unknown_label.get_or_insert_with(|| key.to_owned());
            }
            label.unwrap_or_default().to_owned()
        })
    }

    /// Replaces every wording below this value by `{"en": …, "other": …}`.
    pub(crate) fn resolve(&mut self, value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| self.resolve(item)),
            Value::String(text) => glyphs::spell(text, &mut self.unprintable),
            Value::Object(fields) => {
                if let Some(pair) = self.wording(fields) {
                    *value = pair;
                    return;
                }
                self.note_untranslated(fields);
                fields.values_mut().for_each(|field| self.resolve(field));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// Counts a text without a translation; a blank one is none.
    fn note_untranslated(&mut self, fields: &mut Map<String, Value>) {
        let blank = |value: &Value| value.as_str().is_none_or(|text| text.trim().is_empty());
        let (Some(en), Some(other), 2) = (fields.get("en"), fields.get("other"), fields.len()) else {
            return;
        };
        if blank(other) {
            self.untranslated += usize::from(!blank(en));
            fields.insert("other".to_owned(), Value::Null);
        }
    }

    /// The pair for a wording; `None` for any other object, translated texts included.
    fn wording(&mut self, fields: &Map<String, Value>) -> Option<Value> {
        if let (2, Some(Value::String(key)), Some(Value::Object(values))) =
            (fields.len(), fields.get("sentence"), fields.get("values"))
        {
            return Some(self.sentence(key, values));
        }
        let (key, inner) = fields.iter().next().filter(|_| fields.len() == 1)?;
        let two_eras = self.other == Some(Language::Th);
        match (key.as_str(), inner) {
            ("same", Value::String(text)) => {
                let mut text = text.clone();
                glyphs::spell(&mut text, &mut self.unprintable);
                Some(self.both(|_, _| text.clone()))
            }
            ("day", Value::String(text)) => {
                let date = PartialDate::try_from(text.clone()).ok()?;
                Some(self.both(|r, language| dates::day(r.catalogues, language, date, two_eras)))
            }
            ("moment", Value::Number(millis)) => {
                let at = Timestamp::from_millis(millis.as_i64()?);
                Some(self.both(|r, language| dates::moment(r.catalogues, language, at, two_eras)))
            }
            ("country", Value::String(code)) => {
                let country: Country = code.parse().ok()?;
                Some(self.both(|r, language| {
                    let own = r.catalogues.find(language, &format!("country-{country}"));
                    own.unwrap_or(country.english_name()).to_owned()
                }))
            }
            ("label", Value::String(key)) => Some(self.label(key)),
            _ => None,
        }
    }

    /// The sentence with its variables filled, each by its own side of what fills it.
    fn sentence(&mut self, key: &str, values: &Map<String, Value>) -> Value {
        let mut pair = self.label(key);
        for (name, value) in values {
            let mut value = value.clone();
            self.resolve(&mut value);
            let english = value.get("en").and_then(Value::as_str).unwrap_or_default().to_owned();
            for side in ["en", "other"] {
                let filling = value.get(side).and_then(Value::as_str).unwrap_or(&english);
                if let Some(Value::String(text)) = pair.get_mut(side) {
                    *text = text.replace(&format!("{{{name}}}"), filling);
                }
            }
        }
        pair
    }

    fn both(&mut self, write: impl Fn(&mut Self, Language) -> String) -> Value {
        let en = write(self, Language::En);
        let other = self.other.map(|language| write(self, language));
        Value::Object(Map::from_iter([
            ("en".to_owned(), Value::String(en)),
            ("other".to_owned(), other.map_or(Value::Null, Value::String)),
        ]))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn wordings_are_written_out_in_both_languages_wherever_they_stand() {
        let catalogues = Catalogues::built_in();
        let mut resolver = Resolver::new(&catalogues, Some(Language::Th));
        let mut value = json!({
            "country": {"country": "KH"},
            "rows": [{"day": "2017-11-16"}, {"en": "facts", "other": null}, {"en": "a", "other": "ก"}, {"en": "b", "other": " "}],
            "id": "த",
            "period": {"sentence": "from-to", "values": {"from": {"country": "KH"}, "to": {"same": "X"}}},
        });
        resolver.resolve(&mut value);
        assert_eq!(value["country"], json!({"en": "Cambodia", "other": "กัมพูชา"}));
        assert_eq!(value["rows"][0]["other"], "16 พฤศจิกายน 2560 (ค.ศ.\u{a0}2017)");
        assert_eq!(value["id"], "[U+0BA4]");
        assert_eq!(value["period"]["en"], "Cambodia to X");
        assert!(value["period"]["other"].as_str().unwrap().starts_with("กัมพูชา"));
        assert_eq!((resolver.untranslated, resolver.unprintable.len()), (2, 1));
        assert_eq!(resolver.unknown_label, None);
    }
}

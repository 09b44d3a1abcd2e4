#![no_main]

use libfuzzer_sys::fuzz_target;
use lintas_model::Country;
use lintas_names::identifiers::{account, email, handle, iban, mrz, national_id, passport, phone, plate};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let _ = (
        account::normalise(&text),
        email::normalise(&text),
        handle::normalise(&text),
        iban::normalise(&text),
    );
    let _ = mrz::read(&text).map(|zone| (zone.holder(), zone.country()));
    let _ = (phone::normalise(&text, None), passport::normalise(&text, None), plate::normalise(&text, None));
    for country in Country::EIGHT {
        let home = Some(country);
        let _ =
            (phone::normalise(&text, home), passport::normalise(&text, home), plate::normalise(&text, home));
        let _ = national_id::normalise(&text, country);
    }
});

#![no_main]

use libfuzzer_sys::fuzz_target;
use lintas_names::organisation::Organisation;
use lintas_names::place::PlaceName;
use lintas_names::{Name, hit_keys, keys, search_forms};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(name) = Name::read(&text) {
        assert_eq!(keys(&name), keys(&name));
        let _ = (hit_keys(&name), name.romanisations(3));
    }
    let _ = (search_forms(&text), PlaceName::read(&text), Organisation::read(&text));
});

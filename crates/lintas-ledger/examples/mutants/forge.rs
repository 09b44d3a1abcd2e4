//! Entries that an agency signs although it should not: odd headers, odd bodies. Put together by hand, because the ledger
//! refuses to write them.

use lintas_ledger::{Entry, Hash32};

use super::recipe::{Dice, node};

/// Takes the body out, as an erasure does.
pub(crate) fn erase(bytes: &mut Vec<u8>) {
    if let Ok(entry) = Entry::decode_without_body(bytes) {
        *bytes = entry.encode();
    }
}

/// A header with one byte changed, or with a field of a newer program, signed anew.
pub(crate) fn header(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let Ok(entry) = Entry::decode_without_body(bytes) else { return };
    let mut header = entry.header_bytes().to_vec();
    let at = dice.index(&header);
    match dice.below(4) {
        0 => {
            // The head of the map counts one pair more; pair 24 follows pair 23.
            header[0] += 1;
            header.extend_from_slice(&[0x18, 24 + dice.below(3) as u8, dice.byte() & 0x17]);
        }
        1 => header[at] = header[at].wrapping_add(1),
        2 => header[at] ^= 1 << dice.below(8),
        _ => {
            let from_end = 1 + dice.below(40) as usize;
            let at = header.len() - from_end;
            header[at] ^= 1;
        }
    }
    let body = body_of(bytes).map(<[u8]>::to_vec);
    *bytes = assemble(&entry, &header, body.as_deref());
}

/// Another body under a header that commits to it.
pub(crate) fn body(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let Ok(entry) = Entry::decode_without_body(bytes) else { return };
    let mut items: Vec<(Hash32, Vec<u8>)> = (0..1 + dice.below(4)).map(|number| item(number, dice)).collect();
    if dice.below(4) > 0 {
        items.sort();
    }
    let commitments: Vec<u8> = items.iter().flat_map(|(commitment, _)| commitment.0).collect();
    let root = Hash32::of(&[b"lintas/fields/v1\0", &commitments]);
    let count = items.len() as u8;
    let mut body = vec![0x80 | count];
    items.iter().for_each(|(_, item)| body.extend_from_slice(item));
    match dice.below(8) {
        0 => body.push(0),
        1 => body[0] += 1,
        2 => {
            let at = dice.index(&body);
            body[at] ^= 1 << dice.below(8);
        }
        _ => {}
    }
    let mut header = entry.header_bytes().to_vec();
    replace(&mut header, &entry.header().commitments.0, &root.0);
    // The number of fields is pair 22, one byte for counts below 24, and stands before the last pair of 18 bytes.
    let at = header.len() - 19;
    if header[at] < 24 && header[at - 1] == 22 && dice.below(6) > 0 {
        header[at] = count;
    }
    *bytes = assemble(&entry, &header, Some(&body));
}

/// A field with its commitment; some of them as nobody may write them.
fn item(number: u64, dice: &mut Dice) -> (Hash32, Vec<u8>) {
    if dice.below(5) == 0 {
        let commitment = Hash32([dice.byte(); 32]);
        return (commitment, [&[0x58, 32][..], &commitment.0].concat());
    }
    let salt = [dice.byte(); 32];
    let name = match dice.below(8) {
        0 => "same".to_owned(),
        1 => "disclosed".to_owned(),
        2 => "n".repeat(63 + dice.below(3) as usize),
        _ => format!("field {number}"),
    };
    let values: [&[u8]; 16] = [
        &[0x00],
        &[0x18, 24],
        &[0x18, 23],
        &[0x3b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        &[0x3b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        &[0x62, 0xc3, 0x28],
        &[0x63, 0xe0, 0xb8, 0x81],
        &[0xa2, 0x61, b'a', 0, 0x61, b'b', 1],
        &[0xa2, 0x61, b'b', 0, 0x61, b'a', 1],
        &[0xf5],
        &[0xf7],
        &[0xfb, 0, 0, 0, 0, 0, 0, 0, 0],
        &[0x9f, 0xff],
        &[0x81, 0xa1, 0x65, b'e', b'n', b't', b'r', b'y', 0x41, 0x80],
        &[0x81, 0xa1, 0x65, b'o', b't', b'h', b'e', b'r', 0x41, 0x80],
        &[0x81; 17],
    ];
    let mut value = values[dice.index(&values)].to_vec();
    if value[0] == 0x81 && value[1] == 0x81 {
        // An array in an array, as deep as allowed or one deeper.
        value = [vec![0x81; 16 + dice.below(2) as usize], vec![0]].concat();
    }
    let mut named = text(&name);
    named.extend_from_slice(&value);
    let commitment = Hash32::of(&[b"lintas/field/v1\0", &salt, &named]);
    (commitment, [&[0x83, 0x58, 32][..], &salt, &named].concat())
}

fn text(text: &str) -> Vec<u8> {
    let length = text.len() as u8;
    let head = if length < 24 { vec![0x60 | length] } else { vec![0x78, length] };
    [head, text.as_bytes().to_vec()].concat()
}

fn replace(bytes: &mut [u8], old: &[u8; 32], new: &[u8; 32]) {
    if let Some(at) = bytes.windows(32).position(|window| window == old) {
        bytes[at..at + 32].copy_from_slice(new);
    }
}

/// The body as it stands at the end of an entry.
fn body_of(bytes: &[u8]) -> Option<&[u8]> {
    let entry = Entry::decode_without_body(bytes).ok()?;
    // Without its body an entry ends in the one byte that says so.
    let rest = bytes.get(entry.as_bytes().len() - 1..)?;
    let head = match rest.first()? & 0x1f {
        24 => 2,
        25 => 3,
        26 => 5,
        _ => 1,
    };
    if rest[0] == 0xf6 { None } else { rest.get(head..) }
}

/// An entry of this header and body, signed by the node of its first author; the officer's signature stays away.
fn assemble(entry: &Entry, header: &[u8], body: Option<&[u8]>) -> Vec<u8> {
    let hash = Hash32::of(&[&[0], header]);
    let signature = node(&entry.header().feed.agency).sign(&[b"lintas/record/v1\0", &hash.0[..]].concat());
    let mut bytes = vec![0x84];
    bytes.extend(byte_string(header));
    bytes.extend(byte_string(&signature));
    bytes.push(0xf6);
    match body {
        Some(body) => bytes.extend(byte_string(body)),
        None => bytes.push(0xf6),
    }
    bytes
}

fn byte_string(bytes: &[u8]) -> Vec<u8> {
    let length = bytes.len();
    let mut head = match length {
        0..24 => vec![0x40 | length as u8],
        24..0x100 => vec![0x58, length as u8],
        0x100..0x1_0000 => [&[0x59][..], &(length as u16).to_be_bytes()].concat(),
        _ => [&[0x5a][..], &(length as u32).to_be_bytes()].concat(),
    };
    head.extend_from_slice(bytes);
    head
}

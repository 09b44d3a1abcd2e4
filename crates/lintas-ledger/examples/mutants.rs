//! Sound and spoilt court files with what the ledger finds in each, for a second verifier to agree with.
//!
//! `cargo run -p lintas-ledger --example mutants -- COUNT SEED` writes to standard output, for each file: the length of its
//! findings' codes (4 bytes), the codes in order and each once, the length of the file (4 bytes), the file. Before them stands
//! one line with the fingerprints of the roots. Half of the files are spoilt from outside, byte by byte; the others by
//! somebody who holds the keys and signs what should not be signed.

#[path = "mutants/forge.rs"]
mod forge;
#[path = "mutants/recipe.rs"]
mod recipe;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufWriter, Write as _};

use lintas_ledger::keys::Fingerprint;
use lintas_ledger::verify::court;
use lintas_model::AgencyCode;

use recipe::{Dice, Recipe, codes, roots};

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse::<u64>());
    let (Some(Ok(count)), Some(Ok(seed))) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: mutants COUNT SEED");
        std::process::exit(2);
    };
    let roots: BTreeMap<AgencyCode, String> = roots()
        .iter()
        .map(|(code, root)| (code.clone(), Fingerprint::of(root.public().as_bytes()).words()))
        .collect();
    let mut out = BufWriter::new(std::io::stdout().lock());
    let line: Vec<String> = roots.iter().map(|(code, words)| format!("{code}={words}")).collect();
    writeln!(out, "{}", line.join(" "))?;
    let sound = Recipe::sound();
    let plain = sound.write();
    let mut dice = Dice::new(seed);
    for number in 0..count {
        let file = match number {
            0 => plain.clone(),
            _ if number % 2 == 0 => spoil(&plain, &mut dice),
            _ => {
                let mut recipe = sound.clone();
                for _ in 0..=dice.below(2) {
                    recipe.change(&mut dice);
                }
                recipe.write()
            }
        };
        let checked = court(&file, &roots);
        let found: BTreeSet<&str> = checked.findings.iter().map(|finding| finding.code).collect();
        let found = codes(&found);
        out.write_all(&(found.len() as u32).to_be_bytes())?;
        out.write_all(found.as_bytes())?;
        out.write_all(&(file.len() as u32).to_be_bytes())?;
        out.write_all(&file)?;
    }
    out.flush()
}

/// A file changed by somebody without keys: some bytes flipped, cut out, doubled, or the whole cut short or grown.
fn spoil(file: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut file = file.to_vec();
    for _ in 0..=dice.below(3) {
        let at = dice.below(file.len() as u64) as usize;
        let length = (dice.below(40) as usize).min(file.len() - at);
        match dice.below(8) {
            0 => file.truncate(at.max(1)),
            1 => drop(file.drain(at..at + length)),
            2 => {
                let piece = file[at..at + length].to_vec();
                let to = dice.below(file.len() as u64) as usize;
                file.splice(to..to, piece);
            }
            3 => file.extend((0..dice.below(9)).map(|_| dice.byte())),
            4 => file[at] = [0x00, 0x18, 0x40, 0x5f, 0x80, 0xa0, 0xf6, 0xf7, 0xff][dice.below(9) as usize],
            _ => file[at] ^= 1 << dice.below(8),
        }
        if file.is_empty() {
            break;
        }
    }
    file
}

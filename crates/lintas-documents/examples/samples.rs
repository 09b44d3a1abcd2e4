//! Writes a sample of every document in every language into a folder: `cargo run -p lintas-documents --example samples -- DIR [LANGUAGE]`.

use std::path::PathBuf;
use std::{env, fs, process};

use lintas_documents::{Incomplete, Press, samples};
use lintas_model::Language;

fn main() {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: samples DIR [LANGUAGE]");
        process::exit(2);
    };
    let only = env::args().nth(2);
    let press = Press::new();
    let (mut written, mut refused) = (0, 0);
    for language in Language::ALL.into_iter().filter(|l| only.as_deref().is_none_or(|tag| tag == l.tag())) {
        let folder = folder.join(language.tag());
        if let Err(problem) = fs::create_dir_all(&folder) {
            eprintln!("could not make {}: {problem}", folder.display());
            process::exit(3);
        }
        for (number, sample) in samples::all(language).iter().enumerate() {
            let file = folder.join(format!("{:02}_{}.pdf", number + 1, sample.name()));
            match press.print(sample.as_ref(), Incomplete::Draft) {
                Ok(printed) => {
                    if let Err(problem) = fs::write(&file, &printed.pdf) {
                        eprintln!("could not write {}: {problem}", file.display());
                        process::exit(3);
                    }
                    written += 1;
                }
                Err(problem) => {
                    eprintln!("{}: {problem}", file.display());
                    refused += 1;
                }
            }
        }
    }
    println!("wrote {written} documents to {}, refused {refused}", folder.display());
    process::exit(i32::from(refused > 0));
}

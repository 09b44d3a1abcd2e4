//! Scratch.
use lintas_linkage::*;
use std::fs::File;
use std::io::Write;
use std::time::Instant;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let out = &a[1];
    let t = Instant::now();
    let mut records = Records::new();
    let mut reader = Reader::new(ReadOptions::default());
    for f in &a[2..] {
        let r = reader.read(File::open(f).unwrap(), &mut records, &mut |i| eprintln!("{i:?}")).unwrap();
        eprintln!("{:?}", r);
    }
    records.seal();
    eprintln!("read {:?}", t.elapsed());
    struct P(Instant);
    impl Progress for P {
        fn begin(&self, s: Stage, n: u64) {
            eprintln!("{s:?} {n} at {:?}", self.0.elapsed());
        }
        fn advance(&self, _: u64) {}
    }
    let l = link(&records, &LinkOptions::default(), &P(t));
    eprintln!(
        "done {:?} compared {} est recall {:.4} largest {} variants {} clusters {}",
        t.elapsed(),
        l.n_compared,
        l.estimated_recall,
        l.blocks.largest,
        l.variants().len(),
        l.clusters.len()
    );
    let le = l.learned();
    eprintln!("prior {:.3e} matches {:.0} groups {:?}", le.prior, le.n_matches, le.groups);
    for f in 0..l.comparer().features().len() {
        eprintln!("{:16} m {:?}", l.comparer().label(f), le.m[f].map(|x| (x * 1e3).round() / 1e3));
        eprintln!("{:16} u {:?}", "", le.u[f].map(|x| format!("{x:.1e}")));
    }
    let mut w = std::io::BufWriter::new(File::create(out).unwrap());
    writeln!(w, "left,right,probability").unwrap();
    for p in &l.pairs {
        writeln!(w, "{},{},{:.4}", records.id(p.left), records.id(p.right), p.probability).unwrap();
    }
    if let Ok(t) = std::env::var("TRUTH") {
        use std::collections::HashMap;
        let tx = std::fs::read_to_string(t).unwrap();
        let cl: HashMap<&str, &str> = tx.lines().skip(1).filter_map(|l| l.split_once(',')).collect();
        let mut by: HashMap<&str, Vec<u32>> = HashMap::new();
        for r in 0..records.len() as u32 {
            by.entry(cl[records.id(r)]).or_default().push(r);
        }
        let (mut met, mut all) = (0, 0);
        let mut miss: HashMap<u16, i32> = HashMap::new();
        for v in by.values() {
            for i in 0..v.len() {
                for j in 0..i {
                    all += 1;
                    if l.blocks.meet(v[i], v[j]) {
                        met += 1;
                    } else {
                        *miss.entry(l.blocks.shared(v[i], v[j])).or_insert(0) += 1;
                    }
                }
            }
        }
        let mut ms: Vec<(u16, i32)> = miss.into_iter().collect();
        ms.sort_by_key(|m| -m.1);
        for (m, c) in ms.iter().take(14) {
            eprintln!(
                "{c} {:?}",
                l.blocks
                    .kinds()
                    .iter()
                    .enumerate()
                    .filter(|(i, _)| m >> i & 1 == 1)
                    .map(|(_, k)| k.as_str())
                    .collect::<Vec<_>>()
            );
        }
        eprintln!("n_pairs {}", l.blocks.n_pairs);
        eprintln!("BLOCKING true recall {:.4} ({met}/{all})", met as f64 / all as f64);
    }
}

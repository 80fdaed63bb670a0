use parallax::{Document, Pack, Parallax};
use std::io::Write;
fn main() {
    let mut files: Vec<(String, String)> = Vec::new();
    let dirs = std::env::var("PACKS").unwrap_or("src/pack/builtin".into());
    for dir in dirs.split(':') {
        for sub in [dir.to_string(), format!("{dir}/positions")] {
            if let Ok(rd) = std::fs::read_dir(&sub) {
                let mut v: Vec<_> = rd
                    .map(|e| e.unwrap().path())
                    .filter(|p| p.extension().is_some_and(|e| e == "toml"))
                    .collect();
                v.sort();
                for p in v {
                    let name = p.file_name().unwrap().to_string_lossy().to_string();
                    if files.iter().any(|f| f.0 == name) {
                        continue;
                    }
                    files.push((name, std::fs::read_to_string(&p).unwrap()));
                }
            }
        }
    }
    let t = std::time::Instant::now();
    let pack = match Pack::from_files(files.iter().map(|(a, b)| (a.as_str(), b.as_str()))) {
        Ok(p) => p,
        Err(e) => {
            eprintln!("{e}");
            std::process::exit(3)
        }
    };
    let t1 = t.elapsed();
    let parallax = Parallax::new(pack);
    if std::env::var("TIME").is_ok() {
        eprintln!("pack {t1:?} all {:?}", t.elapsed());
    }
    let mut out = std::io::stdout().lock();
    let pretty = std::env::var("PRETTY").is_ok();
    for f in std::env::args().skip(1) {
        let stem = std::path::Path::new(&f)
            .file_stem()
            .unwrap()
            .to_string_lossy()
            .to_string();
        let bytes = std::fs::read(&f).unwrap();
        let doc = Document::from_bytes(stem.clone(), &bytes).unwrap();
        let t = std::time::Instant::now();
        let article = parallax.annotate(&doc);
        if std::env::var("TIME").is_ok() {
            let e = t.elapsed();
            eprintln!(
                "{stem} {} bytes {:?} {:.1} MB/s",
                bytes.len(),
                e,
                bytes.len() as f64 / 1e6 / e.as_secs_f64()
            );
        }
        if pretty {
            for (i, s) in article.sentences().enumerate() {
                println!("[{:?}] {}", s.kind, article.text(s.span));
                for c in article.claims().filter(|c| c.sentence.index == i) {
                    println!(
                        "      * {} {:?} {} {:?} spk {} {:?} neg {} hedge {} | {} | {} {:?}",
                        c.actor,
                        c.stance,
                        c.position,
                        c.target,
                        c.speaker,
                        c.mode,
                        c.negated,
                        c.hedged,
                        article.text(c.evidence),
                        c.rule,
                        c.date
                    );
                    if std::env::var("TRACE").is_ok() {
                        for st in &c.trace.steps {
                            println!(
                                "            {:?} {:?} [{}] {:?}",
                                st.kind,
                                st.rule,
                                article.text(st.span),
                                st.actor
                            );
                        }
                    }
                }
            }
            continue;
        }
        for c in article.claims() {
            let v = serde_json::json!({"document": stem, "sentence": {"index": c.sentence.index, "start": c.sentence.span.start(), "end": c.sentence.span.end()}, "evidence": {"start": c.evidence.start(), "end": c.evidence.end(), "text": article.text(c.evidence)}, "speaker": c.speaker.as_str(), "actor": c.actor.as_str(), "position": c.position.as_str(), "stance": format!("{:?}", c.stance).to_lowercase(), "target": c.target.iter().map(|t| t.as_str()).collect::<Vec<_>>(), "mode": format!("{:?}", c.mode).to_lowercase(), "negated": c.negated, "hedged": c.hedged, "date": c.date.map(|d| d.to_string()), "rule": c.rule.as_str()});
            writeln!(out, "{v}").unwrap();
        }
    }
}

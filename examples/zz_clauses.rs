use parallax::clause::ClauseReader;
use std::io::Read;
fn main() {
    let mut t = String::new();
    std::io::stdin().read_to_string(&mut t).unwrap();
    for line in t.lines() {
        if line.trim().is_empty() {
            continue;
        }
        println!("## {line}");
        for c in ClauseReader::new().clauses(line) {
            let w =
                |s: Option<parallax::Span>| s.map_or("-".to_string(), |s| s.of(line).to_string());
            println!(
                "   {:?}: V[{}] S[{}] O[{}] P[{}] under[{}]",
                c.kind,
                w(c.verb),
                w(c.subject),
                w(c.object),
                w(c.predicate),
                w(c.governor)
            );
        }
    }
}

"""spaCy on the text and the names that `parallax-peers` wrote: a row of its table for each pipeline."""

import sys
import time
from pathlib import Path

import spacy
from spacy.matcher import Matcher

RUNS = 3
NAMES = 300
RULES = 100
GAP = 6
VERBS = "vetoed blocked backed rejected recognised accepted opposed supported denied joined".split()
NOUNS = "resolution draft ceasefire truce council harbour port crane union mayor".split()


def pipeline(names):
    nlp = spacy.blank("en")
    nlp.max_length = 10**9
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ACTOR", "pattern": name} for name in names[:NAMES]])
    return nlp


def rules(vocab):
    matcher = Matcher(vocab)
    gap = [{"OP": "?"}] * GAP
    pairs = [(verb, noun) for verb in VERBS for noun in NOUNS][:RULES]
    for verb, noun in pairs:
        matcher.add(f"{verb}-{noun}", [[{"LOWER": verb}, *gap, {"LOWER": noun}]])
    return matcher


def best(texts, run):
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        found = sum(run(text) for text in texts)
        times.append(time.perf_counter() - begun)
    return min(times), found


def main():
    work = Path(sys.argv[1])
    names = (work / "names.txt").read_text(encoding="utf-8").splitlines()
    # Python is slow: a part of the text tells as much.
    articles = (work / "text.txt").read_text(encoding="utf-8").split("\f")[:60]
    size = sum(len(article.encode()) for article in articles) / 1e6
    nlp = pipeline(names)
    matcher = rules(nlp.vocab)
    rows = {
        f"spaCy {spacy.__version__}: tokenizer, sentencizer, EntityRuler with {NAMES} patterns": lambda text: len(nlp(text).ents),
        f"the same, and Matcher with {RULES} rules, gaps of up to {GAP} words": lambda text: len(matcher(nlp(text))),
    }
    for name, run in rows.items():
        seconds, found = best(articles, run)
        print(f"| {name} | {size / seconds:.2f} | {found} |")


main()

#!/usr/bin/env bash
# Do two builds find the same? `benches/same.sh BEFORE AFTER [FILE...]` takes two binaries of the example `annotate`, and compares byte by byte what they print:
# sentences, attributions, and claims with their traces. Without files the repo's own texts are read, and the sentences of the shipped pack's
# examples, as one text and as one line.
set -euo pipefail
cd "$(dirname "$0")/.."
before=$(realpath "$1")
after=$(realpath "$2")
shift 2
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

if [ $# -eq 0 ]; then
    set -- examples/articles/*.txt benches/news.txt tests/gold/attributions/*.txt tests/gold/briefs/*.txt tests/gold/more-briefs/*.txt \
        "$work"/pack.txt "$work"/line.txt
    # Whatever a rule quotes; that some of it is no sentence does no harm.
    cat src/pack/builtin/*.toml src/pack/builtin/*/*.toml | sed -n 's/.*"\([^"]*[.?!]”\{0,1\}\)".*/\1/p' >"$work"/pack.txt
    tr '\n' ' ' <"$work"/pack.txt >"$work"/line.txt
fi

status=0
for layer in sentences attributions claims; do
    "$before" --layer "$layer" --output "$work"/before "$@"
    "$after" --layer "$layer" --output "$work"/after "$@"
    if cmp -s "$work"/before "$work"/after; then
        echo "$layer: the same, $(wc -l <"$work"/after) of $# texts"
    else
        echo "$layer: not the same; first of $(diff "$work"/before "$work"/after | grep -c '^[<>]') lines that differ:"
        diff "$work"/before "$work"/after | head -4 | cut -c 1-600 || true
        status=1
    fi
done
exit $status

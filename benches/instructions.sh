#!/usr/bin/env bash
# Instructions that each stage takes for a byte of news text, and those of a program's start. Needs valgrind.
# The corpus goes through a stage once and four times; the difference is free of start-up. A line holds all stages before it as well,
# but for `attribution` and `claims` (documents in) against `token` and `clause` (sentences in).
# TEXTS names other texts: TEXTS="tests/gold/attributions/*.txt" benches/instructions.sh claims
set -euo pipefail
cd "$(dirname "$0")/.."
bench=$(cargo bench --quiet --bench instructions --no-run --message-format=json 2>/dev/null |
    sed -n 's/.*"executable":"\([^"]*instructions-[^"]*\)".*/\1/p')

# count STAGE TIMES: instructions of one run.
count() {
    # Unquoted, so that several texts are several words.
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$bench" "$1" "$2" ${TEXTS:-} 2>&1 >/dev/null |
        sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

bytes=$("$bench" document 1 ${TEXTS:-})
printf '| stage | instructions a byte | at the start, millions |\n|---|--:|--:|\n'
for stage in ${*:-document segment token clause attribution claims}; do
    once=$(count "$stage" 1)
    four=$(count "$stage" 4)
    awk -v stage="$stage" -v once="$once" -v four="$four" -v bytes="$bytes" 'BEGIN {
        each = (four - once) / 3
        printf "| %s | %.1f | %.1f |\n", stage, each / bytes, (once - each) / 1e6
    }'
done

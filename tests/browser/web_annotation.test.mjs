// The claims as W3C Web Annotations, read by the selectors of Apache Annotator: place and quotation find the same words.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { textPositionSelectorMatcher, textQuoteSelectorMatcher } from "@apache-annotator/selector";
import { example, root } from "./examples.mjs";

/** A text as the one chunk that the matchers read. */
const chunker = (text) => ({
  currentChunk: { data: text, equals: (other) => other.data === text },
  nextChunk: () => null,
  previousChunk: () => null,
  precedesCurrentChunk: () => false,
});

const words = ({ startChunk, startIndex, endIndex }) => startChunk.data.slice(startIndex, endIndex);

test("every claim is found by place and by quotation, and both are one", async () => {
  const file = `${root}/examples/articles/2024.txt`;
  const text = readFileSync(file, "utf8");
  const page = JSON.parse(execFileSync(example("annotate"), [file, "--format", "web-annotation"]));
  assert.equal(page["@context"], "http://www.w3.org/ns/anno.jsonld");
  assert.ok(page.items.length > 10);
  for (const { type, target } of page.items) {
    assert.equal(type, "Annotation");
    const [position, quote] = target.selector;
    const found = [];
    for await (const match of textPositionSelectorMatcher(position)(chunker(text))) found.push(match);
    assert.equal(found.length, 1);
    assert.equal(words(found[0]), quote.exact);
    const quoted = [];
    for await (const match of textQuoteSelectorMatcher(quote)(chunker(text))) quoted.push(match.startIndex);
    assert.deepEqual(quoted, [found[0].startIndex]);
  }
});

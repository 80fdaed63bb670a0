// The HTML report in a real browser: it opens, filters, links claim and sentence, keeps hostile text text, asks nothing of the network, and has
// nothing that axe-core objects to. Needs a browser: apt-get install chromium.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { executablePath, launch } from "./browser.mjs";
import { example } from "./examples.mjs";

const skip = executablePath ? false : "no browser: apt-get install chromium, or set CHROMIUM";
const folder = mkdtempSync(join(tmpdir(), "report-"));
let browser;

/** Writes a comparison of articles as a page; its address. */
const report = (name, articles = []) => {
  const page = join(folder, `${name}.html`);
  execFileSync(example("compare"), [...articles, "--format", "html", "--output", page], { stdio: "pipe" });
  return pathToFileURL(page).href;
};

/** Opens a page and notes what it says on the console and asks of the network. */
const open = async (address, options = {}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const noted = { console: [], requests: [], dialogs: 0 };
  page.on("console", (message) => noted.console.push(message.text()));
  page.on("pageerror", (error) => noted.console.push(String(error)));
  page.on("dialog", (dialog) => (noted.dialogs += 1) && dialog.dismiss());
  page.on("request", (request) => request.url() !== address.split("#")[0] && noted.requests.push(request.url()));
  await page.goto(address);
  return { page, noted, close: () => context.close() };
};

/** One of the filters. */
// By the text of its label alone: options hold words of other labels ("normal relations").
const choice = (page, name) => page.locator("#filter label", { has: page.getByText(name, { exact: true }) }).locator("select");

const quiet = ({ console, requests, dialogs }) => assert.deepEqual([console, requests, dialogs], [[], [], 0]);

before(async () => {
  if (!skip) browser = await launch();
});
after(() => browser?.close());

test("it opens without a word on the console and without a request", { skip }, async () => {
  const { page, noted, close } = await open(report("in-house"));
  assert.match(await page.title(), /2022 and 2024/);
  assert.equal(await page.locator("h1").count(), 1);
  assert.ok((await page.locator(".line-up").count()) > 20);
  quiet(noted);
  await close();
});

test("filters leave what fits, count it, and are taken back", { skip }, async () => {
  const { page, noted, close } = await open(report("in-house"));
  const shown = () => page.locator(".position .line-up:visible").count();
  const all = await shown();
  await choice(page, "Actor").selectOption({ label: "Hamas" });
  const ofHamas = await shown();
  assert.ok(ofHamas > 0 && ofHamas < all);
  for (const line of await page.locator(".position .line-up:visible").allInnerTexts()) assert.match(line, /Hamas/);
  assert.match(await page.locator("output").innerText(), /^\d+ of \d+ shown$/);
  assert.equal(await page.locator("table.matrix tbody tr:visible").count(), 1);
  await choice(page, "Relation").selectOption("contradicts");
  assert.ok((await shown()) < ofHamas);
  for (const relation of await page.locator(".position .line-up:visible .joint .relation").allInnerTexts()) assert.equal(relation, "contradicts");
  await page.getByRole("button", { name: "Show all" }).click();
  await page.waitForFunction((all) => document.querySelectorAll(".position .line-up:not([hidden])").length === all, all);
  await choice(page, "Position").selectOption({ label: "mediation" });
  assert.equal(await page.locator(".position:visible").count(), 1);
  await choice(page, "Stance").selectOption("neutral");
  if ((await shown()) === 0) assert.ok(await page.locator(".empty").isVisible());
  quiet(noted);
  await close();
});

test("a link leads from a claim to its sentence and back", { skip }, async () => {
  const { page, noted, close } = await open(report("in-house"));
  const claim = page.locator(".claim[id]").first();
  const words = await claim.locator("mark").first().innerText();
  const address = await claim.getAttribute("id");
  await claim.locator(".label").click();
  const reference = page.locator(":target");
  assert.ok(await reference.evaluate((element) => element.classList.contains("ref")));
  const box = await reference.boundingBox();
  const bar = await page.locator(".bar").boundingBox();
  assert.ok(box.y >= bar.y + bar.height && box.y < 900, "the sentence is in view, and not under the bar");
  const paragraph = await reference.locator("xpath=ancestor::p").innerText();
  assert.ok(paragraph.includes(words.split(" ").at(-1)), `${words} in ${paragraph}`);
  await reference.click();
  assert.equal(await page.locator(":target").getAttribute("id"), address);
  quiet(noted);
  await close();
});

test("a link to what is filtered away shows it again", { skip }, async () => {
  const { page, close } = await open(report("in-house"));
  await choice(page, "Actor").selectOption({ label: "Hamas" });
  await page.locator(".ref.oppose").first().click();
  await page.waitForFunction(() => document.querySelector(":target")?.checkVisibility());
  await close();
});

test("by keyboard alone: the skip link, a filter, a score, a trace", { skip }, async () => {
  const { page, close } = await open(report("in-house"));
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => location.hash), "#main");
  for (const summary of [".score summary", ".trace summary"]) {
    await page.locator(summary).first().focus();
    await page.keyboard.press("Enter");
    assert.ok(await page.locator(summary).first().evaluate((element) => element.parentElement.open));
  }
  await choice(page, "Actor").focus();
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.querySelector("output").value !== "");
  await close();
});

test("without script all is there, only the filters are not", { skip }, async () => {
  const address = report("in-house");
  const { page, close } = await open(address, { javaScriptEnabled: false });
  assert.equal(await page.locator(".filter:visible").count(), 0);
  const { page: scripted, close: closeScripted } = await open(address);
  for (const part of [".line-up:visible", ".note:visible", ".matrix .chip:visible", "figure svg:visible", ".text:visible"]) {
    assert.equal(await page.locator(part).count(), await scripted.locator(part).count(), part);
  }
  await close();
  await closeScripted();
});

test("on a phone nothing is wider than the screen", { skip }, async () => {
  const { page, close } = await open(report("in-house"), { viewport: { width: 360, height: 740 } });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  await close();
});

test("on a phone the picture fits, and its names are as large as text", { skip }, async () => {
  const { page, close } = await open(report("in-house"), { viewport: { width: 390, height: 844 } });
  assert.equal(await page.locator("figure svg:visible").count(), 1);
  const picture = await page.locator("figure svg:visible").boundingBox();
  assert.ok(picture.x >= 0 && picture.x + picture.width <= 390);
  const names = page.locator("figure svg:visible text");
  assert.ok((await names.count()) > 5);
  for (const name of await names.all()) {
    const { x, width, height } = await name.boundingBox();
    assert.ok(x >= picture.x && x + width <= picture.x + picture.width && height >= 12);
  }
  for (const part of await page.locator("figure svg:visible path").all()) {
    const { x, width } = await part.boundingBox();
    assert.ok(x >= picture.x && x + width <= picture.x + picture.width);
  }
  await close();
});

test("what a link leads to stands right under the bar", { skip }, async () => {
  for (const width of [390, 800, 1280, 1700]) {
    const { page, close } = await open(report("in-house"), { viewport: { width, height: 800 } });
    for (const part of [".line-up .claim[id]", "section.position"]) {
      const id = await page.locator(part).nth(2).getAttribute("id");
      await page.evaluate((id) => (location.hash = id), id);
      await page.waitForTimeout(50);
      const bar = await page.locator(".bar").boundingBox();
      const gap = (await page.locator(":target").boundingBox()).y - bar.y - bar.height;
      assert.ok(gap >= 0 && gap < 64, `${part} at ${width}: ${gap} below the bar`);
    }
    await close();
  }
});

test("pairs inside one article are told apart from pairs of two", { skip }, async () => {
  const { page, close } = await open(report("in-house"));
  const inside = page.locator(".within .line-up");
  assert.ok((await inside.count()) > 0);
  for (const pair of await inside.all()) {
    const [one, other] = await pair.locator(".label").allInnerTexts();
    assert.equal(one[0], other[0]);
    const [above, below] = await Promise.all((await pair.locator(".claim").all()).map((claim) => claim.boundingBox()));
    assert.ok(above.x === below.x && above.y < below.y, "under each other, not side by side");
  }
  for (const pair of await page.locator(".position > .line-up").all()) {
    const [one, other] = await pair.locator(".label").allInnerTexts();
    assert.notEqual(one[0], other[0]);
  }
  await close();
});

test("hostile text stays text", { skip }, async () => {
  const hostile = [
    `<script>alert(1)</script> "><img src=http://x.example/ onerror=alert(2)> {{ 7 * 7 }} \u202Eolleh\u202C`,
    `Russia vetoed the American draft resolution</mark><script>document.title = "gone"</script> "' onclick=alert(3) \u202Eolleh.`,
    `${"supercalifragilistic".repeat(500)} said Russia vetoed the American draft resolution.`,
  ].join("\n\n");
  const articles = ["one", "two"].map((name) => {
    const path = join(folder, `${name} "><img onerror=alert(4)>.txt`.replaceAll("/", ""));
    writeFileSync(path, `<img src=x onerror=alert(5)>${name}\n\n${hostile}\n`);
    return path;
  });
  const { page, noted, close } = await open(report("hostile", articles), { viewport: { width: 800, height: 900 } });
  assert.ok((await page.locator(".claim").count()) > 0, "the articles have claims");
  assert.equal(await page.locator("script").count(), 1);
  assert.equal(await page.locator("img, [onerror], [onclick]").count(), 0);
  assert.doesNotMatch(await page.title(), /gone/);
  const text = await page.locator("main").innerText();
  assert.ok(text.includes("<script>alert(1)</script>") && text.includes("{{ 7 * 7 }}"));
  assert.ok(text.includes("⟨U+202E⟩") && !text.includes("\u202E"));
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 800, "a long word is broken");
  quiet(noted);
  await close();
});

test("more than two articles have a time line", { skip }, async () => {
  const articles = [["2021", "vetoed"], ["2022", "vetoed"], ["2023", "refused to block"]].map(([year, verb]) => {
    const path = join(folder, `${year}.txt`);
    writeFileSync(path, `---\ndate: ${year}-03-01\n---\n\nRussia ${verb} the American draft resolution.\n`);
    return path;
  });
  const { page, noted, close } = await open(report("three", articles));
  assert.match(await page.locator(".timelines .shifting").first().innerText(), /Russia[\s\S]*shifted/);
  quiet(noted);
  await close();
});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
for (const [name, options] of [
  ["light, wide", {}],
  ["dark, wide", { colorScheme: "dark" }],
  ["light, narrow", { viewport: { width: 360, height: 740 } }],
]) {
  test(`axe-core objects to nothing: ${name}`, { skip }, async () => {
    // Past the page's own policy, which would not let the checker in.
    const { page, close } = await open(report("in-house"), { bypassCSP: true, ...options });
    for (const details of await page.locator("details").all()) await details.evaluate((element) => (element.open = true));
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.length} times, first ${nodes[0].html} ${nodes[0].failureSummary}`);
    assert.deepEqual(told, []);
    await close();
  });
}

// Takes the picture of the report that stands in the README: npm --prefix tests/browser run picture
// Or one of any report: node shot.mjs REPORT.html PICTURE.png [WIDTH] [HEIGHT] [light|dark] [#ADDRESS]
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";
import { example, root } from "./examples.mjs";

/** The report of the two articles that come with the crate. */
const inHouse = () => {
  const report = join(mkdtempSync(join(tmpdir(), "report-")), "report.html");
  execFileSync(example("compare"), ["--format", "html", "--output", report]);
  return report;
};

const [report = inHouse(), picture = `${root}/assets/report.png`, width = "1280", height = "1000", colorScheme = "light", address = "#who-stands-where"] =
  process.argv.slice(2);
const browser = await launch();
const page = await browser.newPage({ viewport: { width: Number(width), height: Number(height) }, colorScheme, reducedMotion: "reduce" });
await page.goto(pathToFileURL(resolve(report)).href + address);
// A section that fits is cut off below itself, and not in the middle of what follows.
const shown = await page.locator(address || "body").first().boundingBox();
const end = Math.ceil(shown.y + shown.height + 24);
const clip = { x: 0, y: 0, width: Number(width), height: Math.min(Number(height), end) };
await page.screenshot({ path: picture, clip });
await browser.close();

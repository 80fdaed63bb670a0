// Takes a picture of a report: node shot.mjs REPORT.html PICTURE.png [WIDTH] [HEIGHT] [light|dark] [ADDRESS|full]
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";

const [report, picture, width = "1280", height = "800", colorScheme = "light", where = ""] = process.argv.slice(2);
const browser = await launch();
const page = await browser.newPage({ viewport: { width: Number(width), height: Number(height) }, colorScheme });
await page.goto(pathToFileURL(resolve(report)).href + (where.startsWith("#") ? where : ""));
await page.waitForTimeout(800);
await page.screenshot({ path: picture, fullPage: where === "full" });
await browser.close();

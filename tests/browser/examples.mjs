// Where the example programs are: built by `cargo build --examples`, or where EXAMPLES says.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

const target = process.env.CARGO_TARGET_DIR ?? `${root}/target`;
const folders = [process.env.EXAMPLES, `${target}/release/examples`, `${target}/debug/examples`];

/** The path of a built example. */
export const example = (name) => {
  const found = folders.map((folder) => folder && `${folder}/${name}`).find((path) => path && existsSync(path));
  if (!found) throw new Error(`${name} is not built: cargo build --example ${name}`);
  return found;
};

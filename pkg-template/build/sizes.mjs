// What each entry weighs, as it is shipped and as it goes over the wire.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { measured } from "./entries.mjs";

export async function sizes(out) {
  const lines = ["entry                            raw    brotli"];
  for (const [entry, files] of Object.entries(measured)) {
    const all = await Promise.all(files.map((file) => readFile(join(out, file))));
    const raw = all.reduce((sum, bytes) => sum + bytes.length, 0);
    const small = all.reduce((sum, bytes) => sum + brotli(bytes), 0);
    lines.push(`${entry.padEnd(26)}${kilo(raw)}${kilo(small)}`);
  }
  return lines.join("\n");
}

export function brotli(bytes) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params }).length;
}

function kilo(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
}

// The flat form of a record, token by token. `|` stands for the U+0000 that ends each one.
import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { source } from "../support/source.mjs";

const { encode } = await source("record");
const throwing = () => {
  throw new Error("on purpose");
};
class Lead {
  firstName = "Ada";
  #secret = 1;
  get computed() {
    return this.#secret;
  }
}
const form = new FormData();
form.append("name", "Ada");
form.append("tag", "a");
form.append("tag", "b");
form.append("photo", new Blob(["x"]), "x.png");
const posted = new FormData();
posted.append("$ACTION_REF_1", "");
posted.append("$ACTION_1:0", '{"id":"60f6"}');
posted.append("name", "Ada");
posted.append("$ACTION_KEY", "k0939");
/** A form of entries `name=value`. */
const entries = (...texts) => {
  const form = new FormData();
  for (const text of texts) form.append(...text.split(/=(?=[^=]*$)/));
  return form;
};
const expando = Object.assign(new Set([1]), { x: 1 });

const rows = [
  ["text", "stext|"],
  ["", "s|"],
  [1.5, "n1.5|"],
  [-0, "n0|"],
  [1e21, "n1e+21|"],
  [Number.NaN, "nNaN|"],
  [-Infinity, "n-Infinity|"],
  [true, "t|"],
  [false, "f|"],
  [null, "0|"],
  [undefined, "u|"],
  [10n ** 20n, "i100000000000000000000|"],
  [new Date(0), "d1970-01-01T00:00:00.000Z|"],
  [new Date(-62135596800001), "d0000-12-31T23:59:59.999Z|"],
  [new Date(Number.NaN), "oInvalid Date|"],
  [vm.runInNewContext("new Date(0)"), "d1970-01-01T00:00:00.000Z|"],
  [vm.runInNewContext("({ a: [1] })"), "{|ka|[|n1|]|}|"],
  [() => 1, "ofunction|"],
  [Symbol("x"), "osymbol|"],
  [new Set([1]), "oSet|"],
  [expando, "oSet|"],
  [new WeakMap(), "oWeakMap|"],
  [/x/, "oRegExp|"],
  [new Blob(["x"]), "oBlob|"],
  [new Uint8Array(2), "oUint8Array|"],
  [new ArrayBuffer(2), "oArrayBuffer|"],
  [new DataView(new ArrayBuffer(2)), "oDataView|"],
  [Promise.resolve(1), "oPromise|"],
  [new Error("x"), "oError|"],
  [new URL("https://example.com"), "oURL|"],
  [new Map([["a", 1]]), "{|ka|n1|}|"],
  [new Map([[1, 1]]), "oMap|"],
  [form, "{|kname|sAda|ktag|[|sa|sb|]|kphoto|oFile|}|"],
  [posted, "{|kname|sAda|}|"],
  [new URLSearchParams("a=1&b=2&a=3"), "{|ka|[|s1|s3|]|kb|s2|}|"],
  // Names that lead into the payload's containers, however they are written.
  [
    entries("emails[0].value=a", "emails[0].name=b", "emails[2]=c"),
    "{|kemails|[|{|kvalue|sa|kname|sb|}|u|sc|]|}|",
  ],
  [entries("defaultFields.emails.0.value=a"), "{|kdefaultFields|{|kemails|[|{|kvalue|sa|}|]|}|}|"],
  [
    entries("phone[0][value]=1", 'phone[1]["value"]=2'),
    "{|kphone|[|{|kvalue|s1|}|{|kvalue|s2|}|]|}|",
  ],
  [
    entries("/firstName=a", "/customFields/a~1b~0c=d"),
    "{|kfirstName|sa|kcustomFields|{|ka/b~c|sd|}|}|",
  ],
  // Of custom fields digits are keys, too.
  [entries("customFields[12]=a", "customFields.b[]=c"), "{|kcustomFields|{|k12|sa|kb|[|sc|]|}|}|"],
  [entries("customFields[1][0]=a", "customFields[1][1]=b"), "{|kcustomFields|{|k1|[|sa|sb|]|}|}|"],
  [
    entries("customFields[0].key=a", "customFields[0].value=b", "customFields[0].value=c"),
    "{|kcustomFields|[|{|kkey|sa|kvalue|[|sb|sc|]|}|]|}|",
  ],
  // What form libraries make of such names.
  [Object.assign([], { 1694803242783: "a" }), "{|k1694803242783|sa|}|"],
  [Object.assign([], { 1234567: "a", 1694803242783: "b" }), "{|k1234567|sa|k1694803242783|sb|}|"],
  [Object.assign([], { 1234567: "a" }), "{|k1234567|sa|}|"],
  [Object.assign([], { 2: "a" }), "[|u|u|sa|]|"],
  [/(?<x>a)/.exec("a"), "[|sa|sa|]|"],
  // One of several, though it is alone.
  [entries("topic[]=a"), "{|ktopic|[|sa|]|}|"],
  [new URLSearchParams("emails.0=a&emails.1=b"), "{|kemails|[|sa|sb|]|}|"],
  // Other names with such signs are columns.
  [
    entries("size.cm=1", "emails=2", "emailing[0]=3"),
    "{|ksize.cm|s1|kemails|s2|kemailing[0]|s3|}|",
  ],
  [
    entries("emails[][value]=1", "emails[99999]=2"),
    "{|kemails[][value]|s1|kemails|{|k99999|s2|}|}|",
  ],
  // Where another entry stands in the way, each keeps its own name.
  [
    entries("emails[0]=1", "emails=2", "emails[]=3"),
    "{|kemails[0]|s1|kemails|s2|kemails[]|[|s3|]|}|",
  ],
  [entries("emails[0]=1", "emails[0].value=2"), "{|kemails|[|s1|]|kemails[0].value|s2|}|"],
  [
    entries("emails[0]=1", "emails.value=2", "/emails/0=3"),
    "{|kemails|[|s1|]|kemails.value|s2|k/emails/0|s3|}|",
  ],
  // A blank one stands in nobody's way.
  [entries("topic=", "topic[]=a", "topic[]=b"), "{|ktopic|[|sa|sb|]|}|"],
  [entries("topic[]=a", "topic="), "{|ktopic|[|sa|]|}|"],
  [entries("emails=", "emails[0].value=a"), "{|kemails|[|{|kvalue|sa|}|]|}|"],
  [
    entries("customFields[b][]=c", "customFields[b]=", "customFields[d]=", "customFields.d=e"),
    "{|kcustomFields|{|kb|[|sc|]|kd|se|}|}|",
  ],
  [entries("emails[0]=1", "emails[0].value="), "{|kemails|[|s1|]|}|"],
  [entries("topic=", "phone="), "{|ktopic|s|kphone|s|}|"],
  [entries("customFields[a\u2028b]=c"), "{|kcustomFields|{|ka\u2028b|sc|}|}|"],
  [entries("emails.__proto__.x=1"), "{|kemails|{|k__proto__|{|kx|s1|}|}|}|"],
  [entries(`emails${"[".repeat(300)}=1`), `{|kemails${"[".repeat(300)}|s1|}|`],
  [Object("x"), "sx|"],
  [Object(7), "n7|"],
  [Object(false), "f|"],
  [new Lead(), "{|kfirstName|sAda|}|"],
  [Object.create({ inherited: 1 }), "{|}|"],
  [Object.create(null), "{|}|"],
  [{ [Symbol("x")]: 1, y: 2 }, "{|ky|n2|}|"],
  [Object.defineProperty({}, "hidden", { value: 1 }), "{|}|"],
  [JSON.parse('{"__proto__":1,"constructor":2}'), "{|k__proto__|n1|kconstructor|n2|}|"],
  [[], "[|]|"],
  [[1, [2], {}], "[|n1|[|n2|]|{|}|]|"],
  [new Array(2), "[|u|u|]|"],
  [
    {
      a: 1,
      get b() {
        return throwing();
      },
      c: 2,
    },
    "{|ka|n1|kb|xgetter|kc|n2|}|",
  ],
  [new Proxy({}, { ownKeys: throwing }), "xgetter|"],
  [new Proxy({}, { getPrototypeOf: throwing }), "xgetter|"],
  [[new Proxy([], { get: throwing }), 1], "[|xgetter|n1|]|"],
  [
    {
      get a() {
        return encode({ b: 1 });
      },
    },
    "{|ka|e{\x010kb\x010n1\x010}\x010|}|",
  ],
];

for (const [value, expected] of rows) {
  test(JSON.stringify(expected), () => {
    assert.equal(encode(value), expected.replaceAll("|", "\0"));
  });
}

test("text that the form itself can't hold", () => {
  assert.equal(encode("a\0b\x01"), "ea\x010b\x011\0");
  assert.equal(encode("\x01"), "s\x01\0");
  assert.equal(encode("a\uD800b"), "ma\uFFFDb\0");
  assert.equal(encode("\uDC00\uD83D\uDE00"), "m\uFFFD\uD83D\uDE00\0");
  assert.equal(encode("\0\uD800"), "e\x010\uFFFD\0");
  assert.equal(encode({ "a\0\uD800": 1 }), "{\0ka\uFFFD\uFFFD\0n1\0}\0");
  assert.equal(encode({ "a\0\uD800": 1 }), "{\0ka\uFFFD\uFFFD\0n1\0}\0", "the same from memory");
});

test("hosts without isWellFormed give the same", async () => {
  const { isWellFormed, toWellFormed } = String.prototype;
  try {
    delete String.prototype.isWellFormed;
    delete String.prototype.toWellFormed;
    const old = await import(`${(await where()).href}?old`);
    assert.equal(old.encode("a\uD800b\uD83D\uDE00"), "ma\uFFFDb\uD83D\uDE00\0");
    assert.equal(old.encode("\uD83D\uDE00"), "s\uD83D\uDE00\0");
  } finally {
    Object.assign(String.prototype, { isWellFormed, toWellFormed });
  }
});

test("depth ends at 32", () => {
  let value = 1;
  for (let level = 0; level < 32; level++) value = [value];
  assert.equal(encode(value), `${"[\0".repeat(32)}n1\0${"]\0".repeat(32)}`);
  assert.equal(encode([value]), `${"[\0".repeat(32)}xdepth\0${"]\0".repeat(32)}`);
});

test("a cycle ends", () => {
  const value = [];
  value.push(value);
  assert.equal(encode(value), `${"[\0".repeat(32)}xdepth\0${"]\0".repeat(32)}`);
});

test("20,000 values, and no more at any level", () => {
  const row = Array.from({ length: 19_998 }, () => 1);
  assert.equal(encode([row]).includes("xsize"), false);
  const end = (value) => encode(value).slice(-30).replaceAll("\0", "|");
  assert.match(end([row, 2]), /\|n1\|\]\|xsize\|\]\|$/);
  assert.match(end([[row, 2, 3], 4, 5]), /\|n1\|xsize\|\]\|xsize\|\]\|xsize\|\]\|$/);
  assert.match(end({ row: [...row, 1], b: 1, c: 2 }), /\|n1\|xsize\|\]\|kb\|xsize\|\}\|$/);
});

test("the text of one record ends too", () => {
  const text = "x".repeat(3_000_000);
  assert.equal(encode([text, text, text, 1]), `[\0s${text}\0s${text}\0xsize\0]\0`);
  assert.equal(encode({ a: text, [text]: 1, [`${text}2`]: 2 }).endsWith("k\0xsize\0}\0"), true);
});

async function where() {
  const { pathToFileURL } = await import("node:url");
  const { join } = await import("node:path");
  const { directory } = await import("../support/app.mjs");
  return pathToFileURL(join(directory, `source-record-${process.pid}.mjs`));
}

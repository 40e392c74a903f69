import assert from "node:assert/strict";
import { test } from "node:test";
import { layOut } from "../page/json-layout.mjs";
import { JsonText } from "../page/json-text.mjs";
import { pathText } from "../page/path-text.mjs";
import { readGroups } from "../samples.mjs";

/**
 * The text at the places of a path: key, then value.
 * @param {string} text @param {(string | number)[]} path
 */
function at(text, path) {
  const { spot, exact } = new JsonText(text).find(path);
  const part = (/** @type {{ start: number, end: number } | undefined} */ place) =>
    place && text.slice(place.start, place.end);
  return [part(spot.key), part(spot.value), exact];
}

const SOME = '{ "a": [1, {"b\\"c": "x, {y}"}, []], "d": null, "e" : -1.5e3 }';
for (const [
  path,
  key,
  value,
] of /** @type {[(string | number)[], string | undefined, string][]} */ ([
  [[], undefined, SOME],
  [["a"], '"a"', '[1, {"b\\"c": "x, {y}"}, []]'],
  [["a", 0], undefined, "1"],
  [["a", 1], undefined, '{"b\\"c": "x, {y}"}'],
  [["a", 1, 'b"c'], '"b\\"c"', '"x, {y}"'],
  [["a", 2], undefined, "[]"],
  [["d"], '"d"', "null"],
  [["e"], '"e"', "-1.5e3"],
])) {
  test(`the place of ${pathText(path)}`, () => {
    assert.deepEqual(at(SOME, path), [key, value, true]);
  });
}

test("what is missing is shown at what lacks it", () => {
  assert.deepEqual(at(SOME, ["a", 1, "z"]), [undefined, '{"b\\"c": "x, {y}"}', false]);
  assert.deepEqual(at(SOME, ["z"]), [undefined, SOME, false]);
  assert.deepEqual(at("", ["z"]), [undefined, undefined, false]);
});

test("of a key that stands twice the last counts, as for `JSON.parse`", () => {
  assert.deepEqual(at('{"a": 1, "a": 2}', ["a"]), ['"a"', "2", true]);
});

test("every value of every sample is found where it stands", () => {
  for (const record of readGroups().flatMap((group) => group.records)) {
    const text = layOut(record);
    const outline = new JsonText(text);
    const visit = (/** @type {unknown} */ value, /** @type {(string | number)[]} */ path) => {
      const { spot, exact } = outline.find(path);
      assert.ok(exact && spot.value, pathText(path));
      assert.deepEqual(JSON.parse(text.slice(spot.value.start, spot.value.end)), value);
      if (typeof value !== "object" || value === null) return;
      for (const [key, part] of Object.entries(value)) {
        visit(part, [...path, Array.isArray(value) ? Number(key) : key]);
      }
    };
    visit(record, []);
  }
});

test("text that is not JSON yet is read as far as it goes", () => {
  assert.deepEqual(at('{"a": 1, "b": "open', ["b"]), ['"b"', '"open', true]);
  assert.deepEqual(at('{"a": [1, 2', ["a", 1]), [undefined, "2", true]);
  for (const text of ["]", "}{", '"', '{"', "{,,:", "[[[[", '{"a" "b"}', "\\", "{1:2}"]) {
    new JsonText(text).find(["a"]);
  }
});

test("layout keeps the value, has a line per field and per item, and puts what is short on one", () => {
  const value = { a: [1, 2], b: {}, c: [{ d: "e" }, { d: "f" }], __proto__: null };
  const laid =
    '{\n  "a": [1, 2],\n  "b": {},\n  "c": [\n    { "d": "e" },\n    { "d": "f" }\n  ]\n}';
  assert.equal(layOut(value), laid);
  const long = { a: ["x".repeat(40), "y".repeat(40)] };
  assert.equal(layOut(long).split("\n").length, 6);
  for (const plain of [null, 0, "a\n", true, [], {}]) {
    assert.deepEqual(JSON.parse(layOut(plain)), plain);
  }
});

test("paths read as people write them", () => {
  assert.equal(pathText([]), "the record");
  assert.equal(pathText(["phone"]), "phone");
  assert.equal(
    pathText(["defaultFields", "phoneNumbers", 1, "value"]),
    "defaultFields.phoneNumbers[1].value",
  );
  assert.equal(pathText(["Office Phone"]), '"Office Phone"');
  assert.equal(pathText(["a", "b c", 0]), 'a["b c"][0]');
});

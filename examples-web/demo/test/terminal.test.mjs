import assert from "node:assert/strict";
import { test } from "node:test";
import { idLines, verdictLines } from "../report.mjs";
import { fit, Terminal, width } from "../terminal.mjs";

const ESCAPE = "\u001b";

test("a text fits its columns exactly", () => {
  assert.equal(fit("Ada", 5), "Ada  ");
  assert.equal(fit("Ada Byron", 5), "Ada …");
  assert.equal(fit("Zoë", 3), "Zoë");
  assert.equal(fit("e\u0301e\u0301e\u0301", 3), "e\u0301e\u0301e\u0301");
  assert.equal(fit("佐藤陽翔", 5), "佐藤…");
  assert.equal(width(fit("佐藤陽翔", 4)), 4);
});

/** @type {import("../report.mjs").Row[]} */
const rows = [
  {
    record: { firstName: "Ada" },
    mapping: undefined,
    verdict: {
      value: { defaultFields: { phoneNumbers: [{ value: "+12125550123" }] } },
      warnings: [{ code: "word_left_out", message: "", path: ["phone"] }],
    },
  },
  {
    record: { Vorname: "A name that is longer than any column for names" },
    mapping: { firstName: "Vorname" },
    verdict: {
      issues: [
        { code: "local_only", message: "", path: ["phone"], suggestions: ["+1", "+2"] },
        { code: "unknown_field", message: "", path: ["Lead scor"] },
      ],
      warnings: [],
    },
  },
];

test("a line says who, which number, and what stands against it", () => {
  const terminal = new Terminal({ columns: 100 }, {});
  assert.deepEqual(verdictLines(rows, 9, terminal), [
    "  9 ✓ Ada                      +12125550123     warning: word_left_out at phone",
    " 10 ✗ A name that is longer t… –                local_only at phone → +1 or +2",
    '                                                unknown_field at "Lead scor"',
  ]);
});

test("no line is wider than the terminal", () => {
  for (const columns of [20, 48, 60, 80, 200]) {
    const terminal = new Terminal({ columns }, {});
    const made = [{ id: "0123456789abcdef01234567", name: "Somebody with a name" }];
    const lines = [
      ...verdictLines(rows, 1, terminal),
      ...idLines([...made, ...made, ...made], terminal),
      terminal.heading("Group"),
    ];
    for (const line of lines) assert.ok(width(line) <= Math.max(columns, 48), line);
  }
});

test("there is colour on a terminal only, and none where it is not wanted", () => {
  const coloured = (/** @type {object} */ stream, environment = {}) =>
    new Terminal(stream, environment).bad("x").includes(ESCAPE);
  assert.equal(coloured({ isTTY: true }), true);
  assert.equal(coloured({}), false);
  assert.equal(coloured({ isTTY: true }, { NO_COLOR: "1" }), false);
  assert.equal(coloured({ isTTY: true }, { TERM: "dumb" }), false);
});

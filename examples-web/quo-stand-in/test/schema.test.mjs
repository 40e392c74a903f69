// The small validator of the server against a complete one, over the schemas that the server enforces.
import assert from "node:assert/strict";
import { test } from "node:test";
import { schema } from "../description.mjs";
import { draw } from "../random.mjs";
import { checker } from "../schema.mjs";
import { compile } from "../testing/described.mjs";

/** @type {Record<string, { small: ReturnType<typeof checker>, complete: ReturnType<typeof compile> }>} */
const PAIRS = {};
for (const name of ["NewContact", "ContactPatch", "Contact"]) {
  PAIRS[name] = { small: checker(name), complete: compile(schema(name)) };
}
/** @param {string} name @param {unknown} value */
function agree(name, value) {
  const { small, complete } = /** @type {typeof PAIRS[string]} */ (PAIRS[name]);
  const fits = complete(value) === true;
  assert.equal(small(value).length === 0, fits, `${name}: ${JSON.stringify(value)}`);
  return fits;
}

const LEAVES = [
  ...[
    null,
    true,
    0,
    -1.5,
    "",
    "Ada",
    "x".repeat(73),
    "x".repeat(76),
    "😀".repeat(72),
    "csv",
    "CsV-1",
  ],
  ...[
    "others",
    "US",
    "us",
    "https://a.example/",
    "a.example",
    "2024-09-11T04:00:00.000Z",
    "number",
  ],
  ...["2024-02-30", "multi-select", [], ["a"], ["a", 1], {}, { key: "k", value: "v" }],
];
const KEYS = [
  ...[
    "defaultFields",
    "customFields",
    "source",
    "sourceUrl",
    "externalId",
    "createdByUserId",
    "id",
  ],
  ...["firstName", "lastName", "emails", "phoneNumbers", "name", "value", "key", "type", "other"],
];
const WHOLE = {
  id: "1",
  externalId: null,
  source: null,
  sourceUrl: null,
  defaultFields: {
    ...{ firstName: null, lastName: null, company: null, role: null, phoneNumbers: [] },
    emails: [{ name: "work", value: "a" }],
  },
  customFields: [
    { name: "N", key: "k", type: "number", value: 1 },
    { name: "D", type: "date", value: "2024-09-11T04:00:00.000Z" },
  ],
  ...{
    createdAt: "2024-09-11T04:00:00Z",
    updatedAt: "2024-09-11T04:00:00Z",
    createdByUserId: "US",
  },
};

test("both say the same of ten thousand bodies that are damaged a little", () => {
  let fitting = 0;
  let event = 0;
  /** @param {number} limit */
  const below = (limit) => Math.floor(draw(20240911, 0, event++) * limit);
  /** @param {any} node */
  const damage = (node) => {
    const keys = Array.isArray(node) ? [...node.keys()] : Object.keys(node);
    const key = below(4) === 0 ? KEYS[below(KEYS.length)] : keys[below(keys.length)];
    if (key === undefined || (Array.isArray(node) && typeof key === "string")) return;
    const child = node[key];
    if (typeof child === "object" && child !== null && below(4) > 0) damage(child);
    else if (below(4) === 0) delete node[key];
    else node[key] = structuredClone(LEAVES[below(LEAVES.length)]);
  };
  const rounds = 10_000;
  for (let round = 0; round < rounds; round++) {
    const value = structuredClone(WHOLE);
    if (below(2) === 0) Object.assign(value, { source: "crm", sourceUrl: "urn:x:1" });
    for (let turn = below(3); turn >= 0; turn--) damage(value);
    for (const name of Object.keys(PAIRS)) if (agree(name, value)) fitting++;
  }
  assert.ok(fitting > rounds / 4 && fitting < rounds * 2, `${fitting} fit`);
});

test("both say the same of URIs", () => {
  const uris = [
    ...[
      "https://a.example",
      "https://a.example/",
      "http://a.example:8080/x?y=1#z",
      "urn:example:1",
    ],
    ...[
      "mailto:ada@a.example",
      "tel:+12125550123",
      "https://u:p@a.example/",
      "https://[2001:db8::1]/",
    ],
    ...[
      "https://a.example/%20",
      "https://a.example/%2",
      "https://a.example/a b",
      "https://ä.example/",
    ],
    ...["//a.example/", "/x", "x", "", ":", "a:", "1a:b", "a.b-c+d:e", "https://a.example/#a#b"],
    ...[
      "https://a.example/[x]",
      "https://a.example/?q=[1]",
      'https://a.example/"',
      "https://a.example/<>",
    ],
    ...[
      "https://a.example/\\",
      "https://a.example/\n",
      "HTTPS://A.EXAMPLE/",
      "file:///etc/hosts",
      "a:/b//c",
    ],
    ...["https://a.example/|", "https://a.example/^`{}", "x:a@b:c/d;e=f"],
  ];
  let fitting = 0;
  for (const sourceUrl of uris) if (agree("ContactPatch", { sourceUrl })) fitting++;
  assert.ok(fitting > 10 && fitting < uris.length - 10);
});

test("both say the same of times", () => {
  for (const createdAt of [
    ...[
      "2024-09-11T04:00:00.000Z",
      "2024-09-11T04:00:00Z",
      "2024-09-11T04:00:00+05:30",
      "2024-09-11",
    ],
    ...["2024-13-11T04:00:00Z", "2024-09-11T25:00:00Z", "2024-09-11T04:00:00", "x"],
  ]) {
    agree("Contact", { ...WHOLE, createdAt });
  }
});

test("lengths are counted in code points", () => {
  assert.equal(
    agree("NewContact", { defaultFields: { firstName: null }, source: "😀".repeat(72) }),
    true,
  );
  assert.equal(
    agree("NewContact", { defaultFields: { firstName: null }, source: "😀".repeat(73) }),
    false,
  );
});

test("the small one keeps to RFC 3986 and RFC 3339 where the complete one does not", () => {
  const { small } = /** @type {typeof PAIRS[string]} */ (PAIRS.Contact);
  for (const [name, text] of /** @type {const} */ ([
    ["sourceUrl", "https://a.example:port/"],
    ["createdAt", "2024-09-11 04:00:00Z"],
  ])) {
    assert.deepEqual(
      small({ ...WHOLE, [name]: text }).map(({ path }) => path),
      [`/${name}`],
    );
  }
});

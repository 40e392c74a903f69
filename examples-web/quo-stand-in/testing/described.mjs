/**
 * Calls the stand-in and holds every answer against the project's description of the API, so that each
 * test of a rule is a test of the description too.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { createStandIn } from "../stand-in.mjs";

export const description = JSON.parse(
  readFileSync(new URL("../openapi.json", import.meta.url), "utf8"),
);

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
formats.default(ajv);
ajv.addKeyword("components");

/** @type {WeakMap<object, import("ajv").ValidateFunction>} */
const compiled = new WeakMap();

/**
 * One schema of the description by itself, with all that it refers to.
 * @param {object} schema
 */
export function compile(schema) {
  const known = compiled.get(schema);
  if (known) return known;
  const validate = ajv.compile({ ...schema, components: description.components });
  compiled.set(schema, validate);
  return validate;
}

/** @param {string} method @param {string} path @param {number} status */
function describedAnswer(method, path, status) {
  const template = Object.keys(description.paths).find((candidate) =>
    new RegExp(`^${candidate.replace("{id}", "[^/]+")}$`).test(path),
  );
  const answer = template && description.paths[template][method.toLowerCase()]?.responses[status];
  if (!answer?.$ref) return answer;
  return description.components.responses[answer.$ref.split("/").at(-1)];
}

/**
 * @param {string} method @param {string} path @param {number} status @param {unknown} body
 * @param {Headers} [headers] held against the description, too, where they are given
 */
export function assertDescribed(method, path, status, body, headers) {
  const answer = describedAnswer(method, path, status);
  assert.ok(answer, `openapi.json has no answer ${status} for ${method} ${path}`);
  const validate = compile(answer.content["application/json"].schema);
  assert.ok(validate(body), `${method} ${path} ${status}: ${ajv.errorsText(validate.errors)}`);
  for (const name of ["ratelimit", "ratelimit-policy"]) {
    const text = headers?.get(name);
    if (text == null) continue;
    const { $ref } = answer.headers?.[name] ?? {};
    assert.ok($ref, `openapi.json has no header ${name} for ${method} ${path} ${status}`);
    const { schema } = description.components.headers[$ref.split("/").at(-1)];
    assert.match(text, new RegExp(schema.pattern));
  }
}

export const definitions = /** @type {import("../types.d.ts").FieldDefinition[]} */ ([
  { name: "Address", key: "1690000000001", type: "address" },
  { name: "Newsletter", key: "newsletter", type: "boolean" },
  { name: "Renewal", key: "66e0a1b2c3d4e5f601234567", type: "date" },
  { name: "Interests", key: "1234567", type: "multi-select" },
  { name: "Score", key: "score", type: "number" },
  { name: "Note", key: "note", type: "string" },
  { name: "Website", key: "website", type: "url" },
]);

/**
 * A fresh stand-in and a way to call it. Its ids count, and its clock goes only when it is told to, or
 * when the stand-in sleeps. No limit stands in the way unless a test wants one.
 * @param {Partial<import("../types.d.ts").Options>} [options]
 */
export function world(options = {}) {
  let count = 0;
  let time = Date.parse("2026-01-02T03:04:05.678Z");
  /** @param {number} milliseconds */
  const wait = (milliseconds) => {
    time += milliseconds;
  };
  const standIn = createStandIn({
    definitions,
    perSecond: Infinity,
    now: () => new Date(time),
    newId: () => `id${++count}`,
    sleep: async (milliseconds) => wait(milliseconds),
    ...options,
  });

  /**
   * @param {string} method @param {string} target
   * @param {{ body?: unknown, text?: string, key?: string | null, fault?: string }} [options]
   * @returns {Promise<{ status: number, type: string, headers: Headers, body: any }>}
   */
  async function call(method, target, { body, text, key = "any-key", fault } = {}) {
    const response = await standIn.request(target, {
      method,
      headers: {
        ...(key !== null && { authorization: key }),
        ...(fault !== undefined && { "x-stand-in-fault": fault }),
      },
      ...(text !== undefined && { body: text }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { status, headers } = response;
    const type = headers.get("content-type") ?? "";
    const said = await response.text();
    if (!type.startsWith("application/json")) return { status, type, headers, body: said };
    const read = JSON.parse(said);
    const { pathname } = new URL(target, "http://stand-in");
    if (pathname.startsWith("/v1/") && !("problem" in read)) {
      assertDescribed(method, pathname, status, read, headers);
    }
    return { status, type, headers, body: read };
  }

  return {
    standIn,
    call,
    wait,
    now: () => time,
    /** @param {unknown} body */
    post: (body) => call("POST", "/v1/contacts", { body }),
    /** @param {string} target */
    get: (target) => call("GET", target),
    /** @param {string} id @param {unknown} body */
    patch: (id, body) => call("PATCH", `/v1/contacts/${id}`, { body }),
    /** @param {string} id */
    remove: (id) => call("DELETE", `/v1/contacts/${id}`),
    /** The names of the contacts that a list shows. */
    async listed(filter = "") {
      const { body } = await call("GET", `/v1/contacts?maxResults=50${filter}`);
      return body.data.map((/** @type {any} */ { defaultFields }) => defaultFields.firstName);
    },
  };
}

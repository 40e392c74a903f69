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

/**
 * One schema of the description by itself, with all that it refers to.
 * @param {object} schema
 */
export const compile = (schema) => ajv.compile({ ...schema, components: description.components });

/** @param {string} method @param {string} path @param {number} status */
function describedAnswer(method, path, status) {
  const template = Object.keys(description.paths).find((candidate) =>
    new RegExp(`^${candidate.replace("{id}", "[^/]+")}$`).test(path),
  );
  const answer = template && description.paths[template][method.toLowerCase()]?.responses[status];
  if (!answer?.$ref) return answer;
  return description.components.responses[answer.$ref.split("/").at(-1)];
}

/** @param {string} method @param {string} path @param {number} status @param {unknown} body */
export function assertDescribed(method, path, status, body) {
  const answer = describedAnswer(method, path, status);
  assert.ok(answer, `openapi.json has no answer ${status} for ${method} ${path}`);
  const validate = compile(answer.content["application/json"].schema);
  assert.ok(validate(body), `${method} ${path} ${status}: ${ajv.errorsText(validate.errors)}`);
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
 * A fresh stand-in with a clock that stands still and ids that count, and a way to call it.
 * @param {string | null} [key]
 */
export function world(key = "any-key") {
  let count = 0;
  const standIn = createStandIn({
    definitions,
    now: () => new Date("2026-01-02T03:04:05.678Z"),
    newId: () => `id${++count}`,
  });

  /**
   * @param {string} method @param {string} target
   * @param {{ body?: unknown, text?: string, key?: string | null }} [options]
   */
  async function call(method, target, options = {}) {
    const authorization = options.key === undefined ? key : options.key;
    const response = await standIn.app.request(target, {
      method,
      headers: authorization === null ? {} : { authorization },
      ...(options.text !== undefined && { body: options.text }),
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
    });
    const type = response.headers.get("content-type") ?? "";
    const text = await response.text();
    if (!type.startsWith("application/json")) return { status: response.status, type, body: text };
    const body = JSON.parse(text);
    assertDescribed(method, new URL(target, "http://stand-in").pathname, response.status, body);
    return { status: response.status, type, body };
  }

  return {
    standIn,
    call,
    /** @param {unknown} body */
    post: (body) => call("POST", "/v1/contacts", { body }),
    /** @param {string} target */
    get: (target) => call("GET", target),
  };
}

// A client of a stand-in of Quo, and what it was asked.
import assert from "node:assert/strict";
import { createStandIn } from "../../../examples-web/quo-stand-in/stand-in.mjs";
import { load } from "./app.mjs";

const { createClient } = await load();

const definitions = [
  { key: "tier", name: "Tier", type: "multi-select" },
  { key: "score", name: "Score", type: "number" },
];
const phoneNumbers = [{ name: "mobile", value: "+14155552671" }];
export const payload = (more = {}, fields = {}) => ({
  defaultFields: { firstName: "Ada", phoneNumbers, ...fields },
  ...more,
});

/** A client of a stand-in, and what it was asked; `faults` takes each request, and may name a fault for it. */
export function world({ options = {}, faults = () => undefined, ...client } = {}) {
  const standIn = createStandIn({ definitions, perSecond: Infinity, ...options });
  const asked = [];
  const fetch = (url, init) => {
    const path = url.replace("https://api.quo.com", "");
    const fault = faults({ ...init, path }, asked.length);
    asked.push({ ...init, path });
    const headers = { ...init.headers, authorization: "any-key" };
    if (fault) headers["x-stand-in-fault"] = fault;
    return standIn.request(path, { ...init, headers });
  };
  const told = [];
  const hooks = {
    onRequest: (about) => told.push(["request", about]),
    onResponse: (about) => told.push(["response", about]),
    onRetry: (about) => told.push(["retry", about]),
  };
  const all = () => [...standIn.contacts.all()];
  return { client: createClient({ fetch, hooks, ...client }), standIn, asked, told, all };
}
export const methods = (asked) => asked.map(({ method }) => method).join(" ");
export const fails = (code, more = () => {}) => {
  return (error) => {
    assert.equal(error.code, code, String(error));
    more(error);
    return true;
  };
};
/** Once for the first request of a method. */
export const first = (method, fault) => {
  let done = false;
  return (request) => {
    if (done || request.method !== method) return undefined;
    done = true;
    return fault;
  };
};

// The hook for Turnstile: whoever can't be shown to have passed has not.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { fetch as pass, Response } from "miniflare";
import { edge } from "../support/edge.mjs";

let verify;
const asked = [];
const outboundService = async (request) => {
  if (new URL(request.url).hostname !== "challenges.cloudflare.com") return pass(request);
  asked.push(Object.fromEntries(await request.formData()));
  return verify();
};
const bindings = { TURNSTILE: "on", TURNSTILE_SECRET: "turnstile-secret" };
const worker = await edge({ bindings, outboundService });
const { post, contacts } = worker;
after(() => worker.close());

const ada = { firstName: "Ada", phone: "(415) 555-2671" };
const token = { "cf-turnstile-response": "a-token" };

test("who passed comes in, and the token goes no further", async () => {
  verify = () => Response.json({ success: true });
  assert.equal((await post({ ...ada, ...token })).status, 201);
  assert.deepEqual(asked.at(-1), { secret: "turnstile-secret", response: "a-token" });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const form = "firstName=Bob&phone=%28415%29+555-2672&cf-turnstile-response=b-token";
  assert.equal((await post(form, { headers })).status, 201);
  assert.equal(asked.at(-1).response, "b-token");
  assert.doesNotMatch(JSON.stringify(contacts()), /token/);
});

test("a token is not used up for a form with issues", async () => {
  const before = asked.length;
  assert.equal((await post({ ...ada, firstName: "", ...token })).status, 422);
  assert.equal(asked.length, before);
});

test("everybody else stays out", async () => {
  const before = contacts().length;
  const answers = {
    refused: () => Response.json({ success: false, "error-codes": ["timeout-or-duplicate"] }),
    "not quite": () => Response.json({ success: "true" }),
    "an error": () => Response.json({ success: true }, { status: 500 }),
    "no JSON": () => new Response("<html>"),
    "no answer": () => {
      throw new Error("down");
    },
  };
  for (const [what, answer] of Object.entries(answers)) {
    verify = answer;
    const { status } = await post({ ...ada, company: what, ...token });
    assert.equal(status, 403, what);
  }
  verify = () => Response.json({ success: true });
  for (const none of [{}, { "cf-turnstile-response": "" }, { "cf-turnstile-response": ["a"] }]) {
    const answer = await post({ ...ada, company: "none", ...none });
    assert.equal(answer.status, 403);
    assert.equal((await answer.json()).error.code, "challenge_failed");
  }
  assert.equal(contacts().length, before);
});

test("a secret that is forgotten does not open the door", async () => {
  const other = await edge({ bindings: { TURNSTILE: "on" } });
  try {
    assert.equal((await other.post({ ...ada, ...token })).status, 503);
    assert.equal(other.contacts().length, 0);
  } finally {
    await other.close();
  }
});

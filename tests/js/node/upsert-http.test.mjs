// Upserts over real HTTP, of which nearly every third request fails: each contact is there once, and no request
// was one too many for its second. `cargo xtask test --full` makes 2,000 of them.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { load, root } from "../support/app.mjs";

const { createClient, createPace } = await load();
const FULL = process.env.FULL === "1";
const CALLERS = 4;
const EACH = FULL ? 500 : 25;

test(`${CALLERS * EACH} upserts from ${CALLERS} callers`, async () => {
  const server = spawn(process.execPath, [
    join(root, "examples-web/quo-stand-in/server.mjs"),
    ...["--sliding", "--list-lag", "500-3000", "--latency", "0-80"],
    ...["--fault", "any=0.3", "--seed", "5"],
  ]);
  try {
    const [url] = await once(createInterface(server.stdout), "line");
    const pace = createPace();
    const caller = async (number) => {
      const client = createClient({
        baseUrl: url,
        pace,
        fetch: (url, init) =>
          fetch(url, { ...init, headers: { ...init.headers, authorization: "key" } }),
      });
      let left = Array.from({ length: EACH }, (_, index) => ({
        externalId: `${number}-${index}`,
        defaultFields: {
          firstName: `Ada ${number} ${index}`,
          phoneNumbers: [{ name: "work", value: `+1415555${2000 + number * 1000 + index}` }],
        },
      }));
      // What failed may simply be upserted again: that is what an upsert is.
      for (let round = 0; left.length > 0; round++) {
        assert.ok(round < 8, `${left.length} upserts do not end`);
        const results = await client.upsert(left);
        for (const { error } of results) {
          if (!error) continue;
          const codes = ["outcome_unknown", "network_failure", "api_error", "unreadable_response"];
          assert.ok(codes.includes(error.code), String(error));
        }
        left = left.filter((_, index) => results[index].error);
      }
    };
    await Promise.all(Array.from({ length: CALLERS }, (_, number) => caller(number)));
    const control = async (path) => (await fetch(`${url}/__stand-in/${path}`)).json();
    const { contacts, tooManyRequests, mostInAnySecond, faults } = await control("report");
    assert.equal(contacts, CALLERS * EACH);
    const { data: kept } = await control("contacts");
    const ids = new Set(kept.map(({ externalId }) => externalId));
    assert.equal(ids.size, CALLERS * EACH);
    assert.equal(tooManyRequests.limit, 0);
    assert.ok(mostInAnySecond <= 10);
    assert.ok(faults["drop-after"] > 0 && faults["500"] > 0, "there were faults");
  } finally {
    server.kill();
  }
});

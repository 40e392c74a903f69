import assert from "node:assert/strict";
import { test } from "node:test";
import { likelyEmail } from "../page/email-typos.mjs";

/** @param {string} typed @param {string | undefined} meant */
const check = (typed, meant) => assert.equal(likelyEmail(typed), meant, typed);

test("an address that may have been meant", () => {
  check("ada@gmial.com", "ada@gmail.com");
  check("ada@gmai.com", "ada@gmail.com");
  check("ada@gmaill.com", "ada@gmail.com");
  check("ada@gmail.con", "ada@gmail.com");
  check("ada@gmail,com", "ada@gmail.com");
  check("ada@gmail", "ada@gmail.com");
  check("Ada.L@@Outlook..com.", "Ada.L@outlook.com");
  check("ada @ example,org", "ada@example.org");
});

test("nothing for what is as it should be, or beyond a guess", () => {
  check("ada@gmail.com", undefined);
  check("Ada@Gmail.com", undefined);
  check("ada@example.com", undefined);
  check("ada@aol.de", undefined);
  check("ada@mail.com", undefined);
  check("ada@we.de", undefined);
  check("ada", undefined);
  check("", undefined);
});

// The shape of a verdict, to the key: form libraries were seen to submit empty data, or to report success, where one
// of these rules was broken.
import assert from "node:assert/strict";

/** Whether a verdict has the one of two shapes; all of it plain data, at once. */
export function shape(verdict) {
  const bad = "issues" in verdict;
  plain(verdict, bad ? ["issues", "warnings"] : ["value", "warnings"]);
  if (bad) assert.ok(verdict.issues.length > 0, "issues, or no such key");
  for (const list of [verdict.issues ?? [], verdict.warnings]) {
    assert.ok(Array.isArray(list));
    list.forEach(said);
  }
}

/** What `safeParse` answers with. */
export function parsed(answer) {
  assert.equal(typeof answer.success, "boolean");
  const keys = answer.success ? ["data"] : ["issues"];
  plain(answer, [...keys, "success", "warnings"]);
  if (!answer.success) assert.ok(answer.issues.length > 0);
  for (const issue of [...(answer.issues ?? []), ...answer.warnings]) said(issue);
}

function said(issue) {
  const optional = ["suggestions", "target"].filter((key) => key in issue);
  plain(issue, ["code", "message", ...optional, "params", "path"].sort());
  assert.equal(typeof issue.code, "string");
  assert.ok(typeof issue.message === "string" && issue.message.length > 0);
  for (const path of [issue.path, issue.target ?? []]) {
    assert.ok(Array.isArray(path));
    for (const step of path) assert.ok(typeof step === "string" || Number.isSafeInteger(step));
  }
}

/** Every key there is, those of symbols and hidden ones too. */
function plain(object, keys) {
  assert.equal(Object.getPrototypeOf(object), Object.prototype);
  assert.deepEqual(Reflect.ownKeys(object).sort(), keys);
  assert.deepEqual(Object.keys(object).sort(), keys);
}

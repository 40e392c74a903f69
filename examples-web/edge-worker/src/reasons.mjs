/** Why something failed, as plain data, and whether it may succeed later. */

/** @typedef {import("../types.d.ts").Reason} Reason */

/** What no repetition mends. */
const LASTING = ["invalid_payload", "native_contact", "unkeepable_contact", "invalid_options"];
/** Answers that pass: a key that is new or being replaced, a limit, a request that came at a bad time. */
const PASSING = [401, 403, 408, 425, 429];

/**
 * What an error says. Messages are taken from Quo alone: that of a host's `fetch` may quote the header that it refused.
 * @param {unknown} error
 * @returns {Reason}
 */
export function reasonOf(error) {
  const { code, details = {} } = /** @type {{ code?: unknown, details?: Record<string, any> }} */ (
    error ?? {}
  );
  const { status, code: quo, message, trace, issues } = details;
  const reason = { code: typeof code === "string" ? code : "unknown", status };
  return code === "api_error" ? { ...reason, quo, message, trace, issues } : { ...reason, issues };
}

/** Whether trying again is in vain. @param {Reason} reason */
export const lasts = ({ code, status = 0 }) =>
  code === "api_error" ? status < 500 && !PASSING.includes(status) : LASTING.includes(code);

/** Quo does not know a custom field that was there when the form was checked. @param {Reason} reason */
export const outdated = ({ quo }) => quo === "0801400";

/** What a log may hold of it. @param {Reason} reason */
export const logged = ({ code, status, quo, trace }) => ({ code, status, quo, trace });

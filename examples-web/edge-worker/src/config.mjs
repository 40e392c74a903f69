/** The settings, from what the platform gives as its environment. The key stands in a secret and nowhere else. */

/** @typedef {import("../types.d.ts").Config} Config */

/** Scheme and host, as a browser writes them; several with commas. */
const ORIGINS = /^https?:\/\/[^\s,/A-Z]+([\s,]+https?:\/\/[^\s,/A-Z]+)*$/;

/** Something is set wrongly, or not at all. Says which, and never what to. */
export class Misconfigured extends Error {}

/**
 * @param {Readonly<Record<string, unknown>>} env
 * @returns {Config}
 */
export function readConfig(env) {
  const challenged = text(env, "TURNSTILE", "off") !== "off";
  return {
    key: wanted(env, "QUO_KEY", /^[!-~]+$/),
    url: address(env, "QUO_URL", "https://api.quo.com"),
    origins: origins(env),
    source: text(env, "SOURCE", "web-form"),
    identity: list(text(env, "IDENTITY", "")),
    country: text(env, "COUNTRY", "US"),
    timeZone: text(env, "TIME_ZONE", "UTC"),
    unmapped: /** @type {Config["unmapped"]} */ (
      text(env, "UNMAPPED", "issue", /^(issue|warning|ignore)$/)
    ),
    // To forget the secret must not open the door.
    challenge: challenged ? wanted(env, "TURNSTILE_SECRET", /^\S+$/) : undefined,
    patience: seconds(env, "PATIENCE_SECONDS", 8),
    fresh: seconds(env, "DEFINITIONS_SECONDS", 300),
    delay: seconds(env, "RETRY_SECONDS", 10),
    tries: number(env, "TRIES", 50),
  };
}

/** @param {Readonly<Record<string, unknown>>} env @param {string} name @param {string} otherwise @param {RegExp} [form] */
function text(env, name, otherwise, form = /(?:)/) {
  const value = String(env[name] ?? otherwise).trim();
  if (!form.test(value)) throw new Misconfigured(`${name} is not set, or not as it should be`);
  return value;
}

/** @param {Readonly<Record<string, unknown>>} env @param {string} name @param {RegExp} form */
const wanted = (env, name, form) => text(env, name, "", form);

/** @param {Readonly<Record<string, unknown>>} env @param {string} name @param {string} otherwise */
function address(env, name, otherwise) {
  const value = text(env, name, otherwise);
  if (originOf(value) === undefined) throw new Misconfigured(`${name} is no web address`);
  return value;
}

/** As browsers send them: without a port that goes without saying. @param {Readonly<Record<string, unknown>>} env */
function origins(env) {
  const all = list(wanted(env, "ORIGINS", ORIGINS));
  if (all.every((origin) => originOf(origin) === origin)) return all;
  throw new Misconfigured("ORIGINS is not written as browsers send it");
}

/** @param {string} value */
function originOf(value) {
  try {
    const { origin, protocol } = new URL(value);
    return /^https?:$/.test(protocol) ? origin : undefined;
  } catch {
    return undefined;
  }
}

/** @param {Readonly<Record<string, unknown>>} env @param {string} name @param {number} otherwise */
function number(env, name, otherwise) {
  const value = Number(text(env, name, String(otherwise)));
  if (value > 0) return value;
  throw new Misconfigured(`${name} is no number above 0`);
}

/** In milliseconds. @param {Readonly<Record<string, unknown>>} env @param {string} name @param {number} otherwise */
const seconds = (env, name, otherwise) => 1000 * number(env, name, otherwise);

/** @param {string} value */
const list = (value) => value.split(/[\s,]+/).filter((word) => word !== "");

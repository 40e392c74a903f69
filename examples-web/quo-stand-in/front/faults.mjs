/**
 * Faults on request. A plan lets them happen by themselves, each with its probability: the n-th request
 * meets the same one in every run with the same seed. A header asks for one by name.
 */
import { empty, html } from "../answers.mjs";
import { tooManyRequests, unknownError } from "../errors.mjs";
import { checkSpan, draw, within } from "../random.mjs";

/** @typedef {import("../types.d.ts").Answer} Answer */
/** @typedef {import("../types.d.ts").Fault} Fault */
/** @typedef {import("../types.d.ts").FaultPlan} FaultPlan */

/** The header by which one request asks for its own fault. */
export const FAULT_HEADER = "x-stand-in-fault";

/**
 * Whether the request is carried out all the same, and what is answered: nothing where the connection is closed.
 * @type {Record<string, { carriedOut: boolean, answer?: (path: string) => Answer }>}
 */
const KINDS = {
  "drop-before": { carriedOut: false },
  "drop-after": { carriedOut: true },
  429: { carriedOut: false, answer: tooManyRequests },
  500: { carriedOut: false, answer: unknownError },
  "500-after": { carriedOut: true, answer: unknownError },
  502: { carriedOut: false, answer: () => html(502, "Bad Gateway") },
  "502-after": { carriedOut: true, answer: () => html(502, "Bad Gateway") },
  503: { carriedOut: false, answer: () => empty(503) },
  "503-after": { carriedOut: true, answer: () => empty(503) },
  504: { carriedOut: false, answer: () => html(504, "Gateway Timeout") },
  "504-after": { carriedOut: true, answer: () => html(504, "Gateway Timeout") },
  html: { carriedOut: false, answer: () => html(403, "Forbidden") },
};

export const KIND_NAMES = Object.keys(KINDS);

/** @param {string} kind */
export function kindOf(kind) {
  const known = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (!known) throw new RangeError(`no fault is called ${kind}; there are ${KIND_NAMES.join(" ")}`);
  return known;
}

/**
 * @param {unknown} given
 * @returns {Required<FaultPlan>}
 * @throws {RangeError} for an unknown kind, a probability that is none, or more than 1 of them together
 */
export function checkPlan(given) {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new RangeError("a plan of faults is an object");
  }
  for (const name of Object.keys(given)) {
    if (!["seed", "latency", "rates"].includes(name)) {
      throw new RangeError(`a plan of faults has \`seed\`, \`latency\` and \`rates\`, not ${name}`);
    }
  }
  const { seed = 1, latency = 0, rates = {} } = /** @type {FaultPlan} */ (given);
  if (!Number.isSafeInteger(seed)) throw new RangeError("`seed` is a whole number");
  return { seed, latency: checkSpan("latency", latency), rates: checkRates(rates) };
}

/** @param {unknown} given @returns {Record<string, number>} */
function checkRates(given) {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new RangeError("`rates` is an object: a probability for each kind");
  }
  /** @type {Record<string, number>} */
  const rates = {};
  let sum = 0;
  for (const [kind, rate] of Object.entries(given)) {
    if (typeof rate !== "number" || !(rate >= 0 && rate <= 1)) {
      throw new RangeError(`the probability of ${kind} is a number from 0 to 1`);
    }
    sum += rate;
    if (kind === "any") {
      for (const each of KIND_NAMES) rates[each] = (rates[each] ?? 0) + rate / KIND_NAMES.length;
    } else {
      kindOf(kind);
      rates[kind] = (rates[kind] ?? 0) + rate;
    }
  }
  // A sum such as 0.7 + 0.2 + 0.1 is a hair off, and fair.
  if (sum > 1 + 1e-9) throw new RangeError("the probabilities are more than 1 together");
  return rates;
}

/**
 * Reads the header: `drop-after`, `latency=300`, `503, retry-after=2`, `none`.
 * @param {string} text
 * @returns {Fault}
 * @throws {RangeError} for a word that is no fault, or two faults at once
 */
export function readFault(text) {
  /** @type {Fault} */
  const fault = { latency: 0 };
  for (const word of text.split(",").map((part) => part.trim())) {
    const [, name, digits] = /^(latency|retry-after)=(\d{1,9})$/.exec(word) ?? [];
    if (name === "latency") {
      fault.latency = Number(digits);
    } else if (name === "retry-after") {
      fault.retryAfter = Number(digits);
    } else if (word !== "none") {
      kindOf(word);
      if (fault.kind !== undefined) throw new RangeError("a request meets one fault at a time");
      fault.kind = word;
    }
  }
  return fault;
}

export class Faults {
  /** @type {Required<FaultPlan>} */
  #plan;
  #count = 0;

  /** @param {FaultPlan} plan */
  constructor(plan) {
    this.#plan = checkPlan(plan);
  }

  get plan() {
    return this.#plan;
  }

  /** A new plan begins with its first request. @param {unknown} plan */
  set(plan) {
    this.#plan = checkPlan(plan);
    this.#count = 0;
  }

  /** What the next request meets. @returns {Fault} */
  next() {
    const { seed, latency, rates } = this.#plan;
    const n = this.#count++;
    /** @type {Fault} */
    const fault = { latency: within(latency, draw(seed, 1, n)) };
    let rest = draw(seed, 2, n);
    for (const [kind, rate] of Object.entries(rates)) {
      if (rest < rate) return { ...fault, kind };
      rest -= rate;
    }
    return fault;
  }
}

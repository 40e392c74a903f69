/** The same checks as in the page, with the same bytes: what a browser says it checked proves nothing. */
import { contactSchema, createMapper } from "quo-contacts";
import * as languages from "quo-contacts/messages";
import { Misconfigured } from "./config.mjs";

/** @typedef {import("../types.d.ts").Config} Config */
/** @typedef {import("quo-contacts").FieldDefinition} FieldDefinition */
/** @typedef {import("quo-contacts").Issue} Issue */

/** The last one, which serves until the definitions change. @type {{ of: string, schema: import("quo-contacts").ContactSchema } | undefined} */
let compiled;

/**
 * @param {unknown} record @param {readonly FieldDefinition[]} definitions @param {Config} config
 * @param {string} [accepted] `Accept-Language`, for the texts of issues; how numbers are read it does not say
 */
export function judge(record, definitions, config, accepted = "") {
  const options = optionsOf(definitions, config);
  const of = JSON.stringify([options, config.source]);
  if (compiled?.of !== of) compiled = { of, schema: compile(options, config.source) };
  const libraryOptions = { messages: messagesFor(accepted) };
  return compiled.schema["~standard"].validate(record, { libraryOptions });
}

/** @type {Record<string, string>} */
const SETTINGS = { unknown_country: "COUNTRY", unknown_time_zone: "TIME_ZONE" };

/** Throws where these settings are none. @param {Config} config */
export const check = (config) => void compile(optionsOf([], config), config.source);

/** What is set wrongly is not the visitor's fault. @param {ReturnType<typeof optionsOf>} options @param {string} source */
function compile(options, source) {
  try {
    const schema = contactSchema(options);
    const { issues } = schema.safeParse({ firstName: "-", source });
    if (issues) throw new Misconfigured("SOURCE is none that Quo takes");
    return schema;
  } catch (error) {
    const setting = SETTINGS[/** @type {{ code?: string }} */ (error).code ?? ""];
    throw setting ? new Misconfigured(`${setting} is none that there is`) : error;
  }
}

/** Those of the first language that there are texts for; weights are left alone, as browsers send them in order. */
function messagesFor(/** @type {string} */ accepted) {
  for (const range of accepted.slice(0, 200).split(",")) {
    const tag = range.trim().slice(0, 2).toLowerCase();
    const known = Object.values(languages).find(({ locale }) => locale === tag);
    if (known) return known.messages;
  }
  return undefined;
}

/**
 * What Quo said of the payload, as said of the form that it came from.
 * @param {readonly Issue[]} issues
 * @param {unknown} record @param {readonly FieldDefinition[]} definitions @param {Config} config
 * @returns {Issue[]}
 */
export function inTheForm(issues, record, definitions, config) {
  const mapper = createMapper(optionsOf(definitions, config));
  const explanations = mapper.explain(record);
  mapper.free();
  return issues.map((issue) => {
    const target = (issue.target ?? issue.path).join("\n");
    const found = explanations.find((explanation) => explanation.target.join("\n") === target);
    return { ...issue, path: found?.sources[0] ?? [] };
  });
}

/** @param {readonly FieldDefinition[]} definitions @param {Config} config */
const optionsOf = (definitions, { country, timeZone, unmapped }) => ({
  definitions,
  country,
  timeZone,
  unmapped,
});

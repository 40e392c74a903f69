/** The sample data, and what to call a record of which nobody knows yet whether it is any good. */
import { readFileSync } from "node:fs";

/**
 * @typedef {Record<string, any>} SampleRecord
 * @typedef {{ name: string, about: string, options: Record<string, any>, records: SampleRecord[] }} Group
 */

export const dataDirectory = new URL("../data/", import.meta.url);

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(new URL(name, dataDirectory), "utf8"));

/** @returns {{ name: string, key: string, type: string }[]} */
export const readDefinitions = () => read("definitions.json").data;

/** @returns {Group[]} */
export const readGroups = () => read("records.json").groups;

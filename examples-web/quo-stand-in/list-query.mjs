/**
 * The query of a list. A parameter that the API does not know is ignored, and the list comes back
 * unfiltered: `externalId=7`, without the `s`, asks for every contact there is.
 */

/** @see openapi.json, `listContacts` */
const MAX_PAGE = 50;
const MAX_FILTERS = 20;
const MAX_LENGTH = 75;

/** Says after which place the next page starts, in a way that nobody is meant to read. @param {number} place */
export function pageToken(place) {
  return Buffer.from(`after:${place}`).toString("base64url");
}

/**
 * @param {URLSearchParams} query
 * @returns {{ maxResults: number, after: number, externalIds: string[], sources: string[] } | { problem: string }}
 */
export function readListQuery(query) {
  const maxResults = /^\d+$/.test(query.get("maxResults") ?? "")
    ? Number(query.get("maxResults"))
    : 0;
  if (maxResults < 1 || maxResults > MAX_PAGE) {
    return { problem: `\`maxResults\` is required, from 1 to ${MAX_PAGE}` };
  }

  const token = query.get("pageToken");
  const after = token === null ? -1 : readPageToken(token);
  if (after === undefined) return { problem: "`pageToken` is not one of this list" };

  const externalIds = query.getAll("externalIds");
  const sources = query.getAll("sources");
  const filters = [...externalIds, ...sources];
  // Whether the limit holds for each of the two or for both together was not shown; both together is
  // the reading that no client can pass here and fail there.
  if (filters.length > MAX_FILTERS) {
    return { problem: `at most ${MAX_FILTERS} \`externalIds\` and \`sources\` in one request` };
  }
  if (filters.some((filter) => filter.length < 1 || filter.length > MAX_LENGTH)) {
    return { problem: `\`externalIds\` and \`sources\` have 1 to ${MAX_LENGTH} characters` };
  }
  if (filters.some((filter) => filter.includes(","))) {
    return { problem: "repeat `externalIds` and `sources`; commas do not part them" };
  }
  return { maxResults, after, externalIds, sources };
}

/** @param {string} token */
function readPageToken(token) {
  const [, digits] = /^after:(\d+)$/.exec(Buffer.from(token, "base64url").toString()) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

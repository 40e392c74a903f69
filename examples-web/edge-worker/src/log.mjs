/**
 * One line of JSON for each event: ids, codes and durations. No value of a submission, no path or header of a
 * request, and no text of Quo's ever comes here.
 */

/** @param {string} request @returns {import("../types.d.ts").Log} */
export const logOf = (request) => (event, about) =>
  console.log(JSON.stringify({ event, request, ...about }));

/**
 * No key belongs into a request. A page that sends one holds it in everybody's hands, so it is told so, and what it
 * sent goes nowhere.
 */
import { Refusal } from "./refusal.mjs";

const NAMES =
  /^(x|my|quo|openphone|proxy)*(apikey|apitoken|apisecret|authorization|accesstoken|authtoken|bearer(token)?|secretkey|quokey|openphonekey)$/;

/** @param {Request} request */
export function refuseKeys(request) {
  const { searchParams } = new URL(request.url);
  if ([...request.headers.keys(), ...searchParams.keys()].some(namesKey)) throw keyInRequest();
}

/** Whether something is called like a key: `apiKey`, `X-Quo-API-Key`, `auth[access_token]`. @param {string} name */
export const namesKey = (name) =>
  name.split(/[.[\]/]+/).some((part) => NAMES.test(part.toLowerCase().replace(/[^a-z]/g, "")));

export const keyInRequest = () =>
  new Refusal(400, "key_in_request", "a key has no place in a page: take it out, and revoke it");

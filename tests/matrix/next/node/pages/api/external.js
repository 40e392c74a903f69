import { answers } from "../../answers.mjs";

// Next.js bundles no package for the pages router: Node finds it.
export default async function handler(_request, response) {
  response.json(await answers());
}

import { answers } from "../../answers.mjs";

export const GET = async () => Response.json(await answers());

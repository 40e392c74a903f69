import { answers } from "./answers.mjs";

export const config = { matcher: "/proxy" };

export const proxy = async () => Response.json(await answers());

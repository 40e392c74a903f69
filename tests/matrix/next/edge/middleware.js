import { answers } from "./answers.mjs";

export const config = { matcher: "/middleware" };

export const middleware = async () => Response.json(await answers());

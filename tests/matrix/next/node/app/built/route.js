import { answers } from "../../answers.mjs";

// Answered once, by the build.
export const dynamic = "force-static";

export const GET = async () => Response.json(await answers());

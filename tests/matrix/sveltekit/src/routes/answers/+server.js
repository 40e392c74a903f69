import { json } from "@sveltejs/kit";
import { answers } from "../../../answers.mjs";

export const GET = async () => json(await answers());

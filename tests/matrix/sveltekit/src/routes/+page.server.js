import { answers } from "../../answers.mjs";

export const load = async () => ({ load: await answers() });

export const actions = { default: async () => ({ action: await answers() }) };

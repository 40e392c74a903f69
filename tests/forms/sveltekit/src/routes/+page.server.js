// The server's half: Superforms reads what was posted, and the schema judges it and makes the payload.
import { fail } from "@sveltejs/kit";
import { superValidate } from "sveltekit-superforms";
import { standard } from "sveltekit-superforms/adapters";
import { blank, leadSchema } from "../../../shared/lead";

// Of what the schema makes Superforms keeps the keys that a JSON Schema allows: by `defaults` alone, those of the form.
const jsonSchema = { type: "object" };
const adapter = (url) =>
  standard(leadSchema(url.searchParams.get("broken")), { defaults: blank, jsonSchema });

export const load = async ({ url }) => ({ form: await superValidate(adapter(url)) });

export const actions = {
  default: async ({ request, url }) => {
    const form = await superValidate(request, adapter(url));
    if (!form.valid) return fail(400, { form });
    return { form, received: JSON.stringify(form.data) ?? "nothing" };
  },
};

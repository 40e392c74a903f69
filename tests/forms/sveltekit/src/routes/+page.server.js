// The server's half: Superforms reads the posted form by the schema's defaults, and the schema judges it.
import { fail } from "@sveltejs/kit";
import { superValidate } from "sveltekit-superforms";
import { standard } from "sveltekit-superforms/adapters";
import { blank, leadSchema } from "../../../shared/lead";

const adapter = (url) => standard(leadSchema(url.searchParams.get("broken")), { defaults: blank });

export const load = async ({ url }) => ({ form: await superValidate(adapter(url)) });

export const actions = {
  default: async ({ request, url }) => {
    const form = await superValidate(request, adapter(url));
    if (!form.valid) return fail(400, { form });
    return { form, received: JSON.stringify(form.data) ?? "nothing" };
  },
};

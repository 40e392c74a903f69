import { contactSchema } from "quo-contacts/form";

export function answer() {
  const definitions = [{ key: "tier", name: "Tier", type: "string" }];
  const schema = contactSchema({ country: "US", definitions });
  const good = schema["~standard"].validate({ firstName: "Ada", phone: "(415) 555-2671", tier: 3 });
  const bad = schema["~standard"].validate({ firstName: "", phone: "555-2671" });
  return [good.value, bad.issues.map(({ code, path, message }) => ({ code, path, message }))];
}

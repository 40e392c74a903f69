"use server";

// The server judges what the form posted, and answers with the issues.
import { leadSchema } from "../shared/lead";

export async function createLead(_before, form) {
  const schema = leadSchema(form.get("broken"));
  form.delete("broken");
  const verdict = schema["~standard"].validate(form);
  if (verdict.issues) {
    const issues = verdict.issues.map(({ code, message, path }) => ({ code, message, path }));
    return { issues, entered: Object.fromEntries(form) };
  }
  return { received: JSON.stringify(verdict.value) ?? "nothing", issues: [] };
}

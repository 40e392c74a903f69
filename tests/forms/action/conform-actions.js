"use server";

// Conform's half on the server: it makes records of names such as `phoneNumbers[0].value`, and takes the issues back.
import { parseSubmission, report } from "@conform-to/react/future";
import { leadSchema } from "../shared/lead";

const skipEntry = (name) => name.startsWith("$ACTION_") || name === "broken";

export async function createLead(_before, form) {
  const submission = parseSubmission(form, { skipEntry });
  const { issues, value } = leadSchema(form.get("broken"))["~standard"].validate(
    submission.payload,
  );
  if (issues) return { result: report(submission, { error: { issues } }) };
  return { result: report(submission), received: JSON.stringify(value) ?? "nothing" };
}

import { applyToForm, contactSchema } from "quo-contacts";

const form = document.forms[0];
const schema = contactSchema({ country: "US" });
if (form) {
  const { issues } = schema["~standard"].validate(new FormData(form));
  const { first, unplaced } = applyToForm(form, issues ?? []);
  first?.focus();
  unplaced[0]?.code satisfies string | undefined;
  applyToForm(form, [{ message: "no", path: ["a", 0] }]);
}
// @ts-expect-error: no form
applyToForm(document.body, []);

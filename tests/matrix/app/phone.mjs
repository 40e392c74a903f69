import { normalizePhone } from "quo-contacts/phone";

export function answer() {
  const good = normalizePhone("020 7946 0958", { country: "GB" });
  const bad = normalizePhone("555-2671", { country: "US" });
  return [good.value.e164, bad.issues.map(({ code, path }) => ({ code, path }))];
}

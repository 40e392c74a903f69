import { createMapper } from "quo-contacts";

export function answer() {
  const definitions = [{ key: "lead-score", name: "Lead score", type: "number" }];
  const mapper = createMapper({ country: "US", definitions });
  const good = mapper.map({
    firstName: "Ada",
    mobilePhone: "(415) 555-2671",
    "Lead score": "1,234.50",
  });
  const bad = mapper.map({ firstName: "Ada", phone: "555-2671" });
  return [good.value, bad.issues.map(({ code, path }) => ({ code, path }))];
}

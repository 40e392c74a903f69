import { createMapper, initSync } from "quo-contacts/slim";

export function answer(engine) {
  initSync(engine);
  const { value } = createMapper({ country: "US" }).map({
    firstName: "Ada",
    phone: "415 555 2671",
  });
  return value;
}

import { createMapper, init } from "quo-contacts/url";

export async function answer() {
  await init();
  const { value } = createMapper({ country: "US" }).map({
    firstName: "Ada",
    phone: "415 555 2671",
  });
  return value;
}

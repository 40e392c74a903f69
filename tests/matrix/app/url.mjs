import { createMapper, init, isReady } from "quo-contacts/url";

export async function answer() {
  if (isReady()) throw new Error("this would be the engine of another entry");
  await init();
  const { value } = createMapper({ country: "US" }).map({
    firstName: "Ada",
    phone: "415 555 2671",
  });
  return value;
}

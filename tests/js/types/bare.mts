import {
  applyToForm,
  contactSchema,
  createClient,
  createMapper,
  type FetchInit,
  init,
} from "quo-contacts";

createMapper({ country: "US" }).map({}).value?.defaultFields satisfies object | undefined;
void init("https://example.com/contact.wasm");
createClient({
  fetch: async (_url: string, init: FetchInit) => ({
    status: init.method === "GET" ? 200 : 201,
    headers: { forEach: () => {} },
    text: async () => "{}",
  }),
});
contactSchema().safeParse({}).issues?.[0]?.code satisfies string | undefined;
applyToForm({ elements: [] }, []).unplaced.length satisfies number;

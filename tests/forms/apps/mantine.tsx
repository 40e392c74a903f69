// Mantine: the schema judges, and `transformValues` makes the payload of what the form holds.
import { schemaResolver, useForm } from "@mantine/form";
import { createRoot } from "react-dom/client";
import { blank, pageSchema, send } from "../shared/lead.js";
import { Message } from "./field.js";

const schema = pageSchema();
const names = {
  firstName: "firstName",
  email: "email",
  phone: "phoneNumbers.0.value",
  seats: "seats",
  since: "since",
};

function Lead() {
  const form = useForm({
    mode: "uncontrolled",
    initialValues: blank,
    validate: schemaResolver(schema, { sync: true }),
    transformValues: (values) => schema["~standard"].validate(values),
  });
  return (
    <form onSubmit={form.onSubmit((verdict) => send("value" in verdict ? verdict.value : null))}>
      {Object.entries(names).map(([id, name]) => (
        <div key={id}>
          <input id={id} key={form.key(name)} {...form.getInputProps(name)} />
          <Message of={id} text={form.errors[name]} />
        </div>
      ))}
      <input
        id="newsletter"
        type="checkbox"
        key={form.key("newsletter")}
        {...form.getInputProps("newsletter", { type: "checkbox" })}
      />
      <button type="submit">Send</button>
    </form>
  );
}

createRoot(document.getElementById("app") as HTMLElement).render(<Lead />);

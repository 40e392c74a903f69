// Mantine: the schema judges, and `transformValues` makes the payload of what the form holds.
import { schemaResolver, useForm } from "@mantine/form";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { createRoot } from "react-dom/client";
import type { InferOutput } from "../shared/contacts";
import { blank, pageSchema, send } from "../shared/lead";
import { Message } from "./field";

const schema = pageSchema();
type Passed = StandardSchemaV1.SuccessResult<InferOutput<typeof schema>>;
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
    // Mantine transforms only what its `validate` let pass.
    transformValues: (values) => (schema["~standard"].validate(values) as Passed).value,
  });
  return (
    <form onSubmit={form.onSubmit(send)}>
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

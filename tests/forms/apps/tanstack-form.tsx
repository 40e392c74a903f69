// TanStack Form: the schema judges, and `onSubmit` gets what the form holds, so the payload is made there.
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { useForm } from "@tanstack/react-form";
import { createRoot } from "react-dom/client";
import { blank, pageSchema, send } from "../shared/lead";
import { Message } from "./field";

// TanStack's fields have the types of the form, which holds less than the schema takes.
const schema = pageSchema() as StandardSchemaV1<typeof blank>;
const names = {
  firstName: "firstName",
  email: "email",
  phone: "phoneNumbers[0].value",
  seats: "seats",
  since: "since",
} as const;

function Lead() {
  const form = useForm({
    defaultValues: blank,
    validators: { onSubmit: schema },
    onSubmit: async ({ value }) => {
      const verdict = await schema["~standard"].validate(value);
      if (!verdict.issues) await send(verdict.value);
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.handleSubmit();
      }}
    >
      {Object.entries(names).map(([id, name]) => (
        <form.Field key={id} name={name}>
          {({ state, handleChange, handleBlur }) => {
            const issue = state.meta.errors[0];
            const code = issue && "code" in issue ? String(issue.code) : undefined;
            return (
              <>
                <input
                  id={id}
                  value={state.value}
                  onBlur={handleBlur}
                  onChange={(event) => handleChange(event.target.value)}
                />
                <Message of={id} text={issue?.message} code={code} />
              </>
            );
          }}
        </form.Field>
      ))}
      <form.Field name="newsletter">
        {({ state, handleChange }) => (
          <input
            id="newsletter"
            type="checkbox"
            checked={state.value}
            onChange={(event) => handleChange(event.target.checked)}
          />
        )}
      </form.Field>
      <button type="submit">Send</button>
    </form>
  );
}

createRoot(document.getElementById("app") as HTMLElement).render(<Lead />);

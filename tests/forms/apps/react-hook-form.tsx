// React Hook Form: the resolver hands the schema's value to `onSubmit`.
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { createRoot } from "react-dom/client";
import { useForm } from "react-hook-form";
import type { InferInput, InferOutput } from "../shared/contacts";
import { blank, pageSchema, send } from "../shared/lead";
import { Message } from "./field";

const schema = pageSchema();
type Input = InferInput<typeof schema>;
type Output = InferOutput<typeof schema>;
const names = {
  firstName: "firstName",
  email: "email",
  phone: "phoneNumbers.0.value",
  seats: "seats",
  since: "since",
} as const;

function Lead() {
  const { register, handleSubmit, getFieldState, formState } = useForm<Input, unknown, Output>({
    defaultValues: blank,
    resolver: standardSchemaResolver(schema),
  });
  return (
    <form onSubmit={handleSubmit(send)} noValidate>
      {Object.entries(names).map(([id, name]) => {
        const { error } = getFieldState(name, formState);
        return (
          <div key={id}>
            <input id={id} {...register(name)} />
            <Message of={id} text={error?.message} code={error?.type} />
          </div>
        );
      })}
      <input id="newsletter" type="checkbox" {...register("newsletter")} />
      <button type="submit">Send</button>
    </form>
  );
}

createRoot(document.getElementById("app") as HTMLElement).render(<Lead />);

// React Hook Form: the resolver hands the schema's value to `onSubmit`.
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { createRoot } from "react-dom/client";
import { useForm } from "react-hook-form";
import { blank, pageSchema, send } from "../shared/lead";
import { Message } from "./field";

const schema = pageSchema();

function Lead() {
  const { register, handleSubmit, formState } = useForm({
    defaultValues: blank,
    resolver: standardSchemaResolver(schema),
  });
  const { errors } = formState;
  const phone = errors.phoneNumbers?.[0]?.value;
  return (
    <form onSubmit={handleSubmit(send)} noValidate>
      <input id="firstName" {...register("firstName")} />
      <Message of="firstName" text={errors.firstName?.message} code={String(errors.firstName?.type ?? "")} />
      <input id="email" {...register("email")} />
      <Message of="email" text={errors.email?.message} code={String(errors.email?.type ?? "")} />
      <input id="phone" {...register("phoneNumbers.0.value")} />
      <Message of="phone" text={phone?.message} code={String(phone?.type ?? "")} />
      <input id="seats" {...register("seats")} />
      <Message of="seats" text={errors.seats?.message} code={String(errors.seats?.type ?? "")} />
      <input id="newsletter" type="checkbox" {...register("newsletter")} />
      <input id="since" {...register("since")} />
      <Message of="since" text={errors.since?.message} code={String(errors.since?.type ?? "")} />
      <Message of="root" text={errors.root?.message} />
      <button type="submit">Send</button>
    </form>
  );
}

createRoot(document.getElementById("app") as HTMLElement).render(<Lead />);

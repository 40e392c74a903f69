// Conform: the form is the browser's own, names say the structure, and `onSubmit` gets the schema's value.
import { useForm } from "@conform-to/react/future";
import { createRoot } from "react-dom/client";
import { pageSchema, send } from "../shared/lead";
import { Message } from "./field";

const schema = pageSchema();
const names = {
  firstName: "firstName",
  email: "email",
  phone: "phoneNumbers[0].value",
  seats: "seats",
  since: "since",
};

function Lead() {
  const { form } = useForm(schema, {
    onSubmit(event, { value }) {
      event.preventDefault();
      return send(value);
    },
  });
  return (
    <form {...form.props}>
      {Object.entries(names).map(([id, name]) => (
        <div key={id}>
          <input id={id} name={name} />
          <Message of={id} text={form.fieldErrors[name]?.[0]} />
        </div>
      ))}
      <label>
        <input type="radio" name="newsletter" value="yes" /> Newsletter
      </label>
      <label>
        <input type="radio" name="newsletter" value="no" defaultChecked /> No newsletter
      </label>
      <button type="submit">Send</button>
    </form>
  );
}

createRoot(document.getElementById("app") as HTMLElement).render(<Lead />);

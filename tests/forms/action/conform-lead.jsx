"use client";

// The page leaves the judging to the server.
import { useForm } from "@conform-to/react/future";
import { useActionState } from "react";
import { createLead } from "./conform-actions.js";
import { useReady } from "./ready.js";

const names = {
  firstName: "firstName",
  email: "email",
  phone: "phoneNumbers[0].value",
  seats: "seats",
  since: "since",
};

export function ConformLead({ broken }) {
  useReady();
  const [state, action] = useActionState(createLead, {});
  const { form } = useForm({ lastResult: state.result, onValidate: ({ error }) => error });
  return (
    <form {...form.props} action={action}>
      {Object.entries(names).map(([id, name]) => (
        <div key={id}>
          <input id={id} name={name} defaultValue={form.getField(name).defaultValue} />
          {form.fieldErrors[name] && <p data-message={id}>{form.fieldErrors[name][0]}</p>}
        </div>
      ))}
      <label>
        <input type="radio" name="newsletter" value="yes" /> Newsletter
      </label>
      <label>
        <input type="radio" name="newsletter" value="no" defaultChecked /> No newsletter
      </label>
      {broken && <input type="hidden" name="broken" value={broken} />}
      <button type="submit">Send</button>
      <output>{state.received}</output>
    </form>
  );
}

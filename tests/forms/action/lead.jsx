"use client";

// A form that works before its script does: the server action judges it.
import { useActionState } from "react";
import { createLead } from "./actions.js";
import { useReady } from "./ready.js";

const names = ["firstName", "email", "phone", "seats", "since"];

export function Lead({ broken }) {
  useReady();
  const [state, action] = useActionState(createLead, { issues: [] });
  return (
    <form action={action}>
      {names.map((name) => {
        const issue = state.issues.find(({ path }) => path[0] === name);
        return (
          <div key={name}>
            <input id={name} name={name} defaultValue={state.entered?.[name]} />
            {issue && (
              <p data-message={name} data-code={issue.code}>
                {issue.message}
              </p>
            )}
          </div>
        );
      })}
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

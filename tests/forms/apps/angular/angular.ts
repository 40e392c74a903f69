// Angular's signal forms: the whole form is judged by the schema, and the payload is made on submit.
import { Component, provideZonelessChangeDetection, signal } from "@angular/core";
import { FormField, FormRoot, form, validateStandardSchema } from "@angular/forms/signals";
import { bootstrapApplication } from "@angular/platform-browser";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { blank, pageSchema, send } from "../../shared/lead";

// Angular's types want a schema whose output is its input, which no schema that transforms has.
const schema = pageSchema();
const judge = schema as unknown as StandardSchemaV1<typeof blank>;

@Component({
  selector: "app-lead",
  imports: [FormField, FormRoot],
  template: `
    <form [formRoot]="lead">
      <input id="firstName" [formField]="lead.firstName" />
      <input id="email" [formField]="lead.email" />
      <input id="phone" [formField]="lead.phoneNumbers[0].value" />
      <input id="seats" [formField]="lead.seats" />
      <input id="since" [formField]="lead.since" />
      <input id="newsletter" type="checkbox" [formField]="lead.newsletter" />
      @for (field of fields; track field.id) {
        @for (error of field.errors(); track error) {
          <p [attr.data-message]="field.id" [attr.data-code]="$any(error).issue?.code">{{ error.message }}</p>
        }
      }
      <button type="submit">Send</button>
    </form>
  `,
})
class Lead {
  readonly lead = form(signal(blank), (path) => validateStandardSchema(path, judge), {
    submission: {
      action: async (lead) => {
        const verdict = await schema["~standard"].validate(lead().value());
        if (!verdict.issues) await send(verdict.value);
        return undefined;
      },
    },
  });
  readonly fields = [
    { id: "firstName", state: this.lead.firstName },
    { id: "email", state: this.lead.email },
    { id: "phone", state: this.lead.phoneNumbers[0]?.value },
    { id: "seats", state: this.lead.seats },
    { id: "since", state: this.lead.since },
  ].map(({ id, state }) => ({ id, errors: () => (state?.().touched() ? state().errors() : []) }));
}

document.getElementById("app")?.replaceChildren(document.createElement("app-lead"));
await bootstrapApplication(Lead, { providers: [provideZonelessChangeDetection()] });

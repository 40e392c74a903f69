import { contactSchema } from "quo-contacts/form";
import { de } from "quo-contacts/messages/de";

export function answer() {
  const { issues } = contactSchema({ country: "DE", languages: [de], locale: "de-DE" }).safeParse({
    firstName: "",
    phone: "030 23125",
  });
  return issues.map(({ code, message }) => ({ code, message }));
}

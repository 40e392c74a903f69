import type { normalizePhone as main } from "quo-contacts";
import { de } from "quo-contacts/messages/de";
import {
  isReady,
  type Language,
  normalizePhone,
  normalizePhones,
  type PhoneNumber,
  type PhoneOptions,
  QuoContactsError,
  type Verdict,
} from "quo-contacts/phone";
import { formatPhone, initSync, type PhoneState, phoneState } from "quo-contacts/phone/format";

const languages: readonly Language[] = [de];
const options: PhoneOptions = {
  country: "US",
  level: "possible",
  messages: { required: "?" },
  languages,
  locale: "de",
};
const verdict: Verdict<PhoneNumber> = normalizePhone("415", options);
verdict satisfies ReturnType<typeof main>;
const verdicts: Verdict<PhoneNumber>[] = normalizePhones(["415"] as const, options);
for (const { value, issues } of verdicts) {
  if (value) value.e164 satisfies string;
  else issues satisfies readonly { code: string; suggestions?: string[] }[];
}
// @ts-expect-error: no such option
normalizePhone("415", { contry: "US" });
// @ts-expect-error: one text is no batch
normalizePhones("415");

// @ts-expect-error: the formats have an entry of their own
import { phoneState as missing } from "quo-contacts/phone";

const state: PhoneState = phoneState("415", { country: "US" });
state.e164 satisfies string | undefined;
formatPhone("+1415", { style: "rfc3966" }) satisfies string | undefined;
// @ts-expect-error: no such style
formatPhone("+1415", { style: "loud" });
isReady() satisfies boolean;
initSync();
new QuoContactsError("code", "message").code satisfies string;
void missing;

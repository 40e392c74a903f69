// What each app answers, wherever it runs: the same verdicts to the letter.
const contact = { firstName: "Ada", phoneNumbers: [{ name: "phone", value: "+14155552671" }] };

const whole = [
  {
    defaultFields: { ...contact, phoneNumbers: [{ name: "mobile", value: "+14155552671" }] },
    customFields: [{ key: "lead-score", value: 1234.5 }],
  },
  [{ code: "local_only", path: ["phone"] }],
];
const form = [
  { defaultFields: contact, customFields: [{ key: "tier", value: "3" }] },
  [
    { code: "required", path: ["firstName"], message: "Fill in this field." },
    {
      code: "local_only",
      path: ["phone"],
      message: "Part of this phone number is missing. Enter all digits, with the area code.",
    },
  ],
];
const phone = ["+442079460958", [{ code: "local_only", path: [] }]];
const format = ["(415) 555-2671", { formatted: "415-555", complete: false, possible: true }];

export const expected = {
  contact: whole,
  form,
  phone,
  format,
  slim: { defaultFields: contact },
  url: { defaultFields: contact },
  messages: [{ code: "required", message: "Bitte füllen Sie dieses Feld aus." }],
  contactScript: whole,
  formScript: form,
  phoneScript: phone,
  formatScript: format,
};

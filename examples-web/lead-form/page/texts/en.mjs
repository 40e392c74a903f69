/** English: what the page says by itself. What of `page` stands in index.html, too, a test holds to it. */

/** @type {import("../texts.mjs").Texts} */
export default {
  page: {
    title: "Talk to Juniper Lines",
    skip: "Skip to the form",
    headline: "Let’s talk about your phones.",
    lead: "Tell us a little about your team. A person, not a robot, calls you back within one working day.",
    point1: "A plan that fits how you work",
    point2: "Keep the numbers you have",
    point3: "No contract, no setup fee",
    language: "Language",
    formTitle: "Your details",
    needed:
      "We need your first name, and a phone number or an e-mail address. Everything else helps us to prepare.",
    firstName: "First name",
    lastName: "Last name",
    company: "Company",
    email: "Work e-mail",
    country: "Country of the number",
    phone: "Phone",
    phoneHint: "With or without the country code: both work.",
    more: "So that we come prepared",
    privacy: "We use what you write to answer you, and for nothing else.",
    another: "Send another",
    yes: "Yes",
    no: "No",
    open: "No answer",
    severalHint: "Several are fine, with commas between them.",
    "hint:monthly-budget": "For the whole team, in US dollars.",
    noScript: "This form needs JavaScript. You can write to hello@juniper-lines.example instead.",
  },
  words: { error: "To correct: ", warning: "Note: ", perhaps: "Perhaps you meant: " },
  afterName: ": ",
  messages: {
    invisible_without_phone: "Without a phone number we can only write to you.",
    invalid_date: "Enter the complete date: day, month and year.",
    unreachable: "Enter a phone number or an e-mail address, so that we can reach you.",
  },
  send: "Ask for a call",
  sending: "Sending…",
  corrected: "Corrected.",
  toCorrect: (count) => (count === 1 ? "One thing to correct" : `${count} things to correct`),
  reading: (number) => `We’ll call ${number}.`,
  thanks: (name) => (name ? `Thank you, ${name}.` : "Thank you."),
  promise: (number) =>
    number
      ? `We have your details and will call ${number} within one working day.`
      : "We have your details and will be in touch within one working day.",
  reference: (id) => `Your reference: ${id}`,
  failures: {
    offline:
      "That did not reach us. Nothing is lost: everything you typed is still here. Check your connection and send it again.",
    busy: "We could not save it just now. Nothing is lost: everything you typed is still here. Please send it again in a moment.",
    refused: "Our server did not take this form. Please write to hello@juniper-lines.example.",
    engine:
      "Part of this page did not load. Reload it, please, or write to hello@juniper-lines.example.",
  },
};

import { formatPhone, phoneState } from "quo-contacts/phone/format";

export const answer = () => [
  formatPhone("+14155552671", { style: "national" }),
  phoneState("415555", { country: "US" }),
];

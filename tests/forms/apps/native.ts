// No library: the browser's own constraint validation, told by the schema. The browser holds the form back, says which
// controls are invalid, and its `validationMessage` is what stands beside them.
import { applyToForm } from "../shared/contacts";
import { pageSchema, send } from "../shared/lead";

const schema = pageSchema();
const app = document.getElementById("app") as HTMLElement;
const texts = ["firstName", "email", "phone", "seats", "since"];
app.innerHTML = `
  <form>
    ${texts.map((name) => `<input id="${name}" name="${name}"><p></p>`).join("")}
    <label><input type="radio" name="newsletter" value="yes"> Newsletter</label>
    <label><input type="radio" name="newsletter" value="no" checked> No newsletter</label>
    <p id="form"></p>
    <button>Send</button>
  </form>`;
const form = app.querySelector("form") as HTMLFormElement;

const check = () => {
  const verdict = schema["~standard"].validate(new FormData(form));
  return { verdict, ...applyToForm(form, verdict.issues ?? []) };
};

function say(place: Element | null, message: string, name: string, code?: string) {
  if (!(place instanceof HTMLElement)) return;
  place.textContent = message;
  if (message) place.dataset.message = name;
  else delete place.dataset.message;
  if (message && code) place.dataset.code = code;
  else delete place.dataset.code;
}

form.addEventListener(
  "invalid",
  ({ target }) => {
    const { id, name, validationMessage, nextElementSibling } = target as HTMLInputElement;
    const issue = check().verdict.issues?.find(({ path }) => path[0] === name);
    say(nextElementSibling, validationMessage, id, issue?.code);
  },
  true,
);
form.addEventListener("input", ({ target }) => {
  check();
  const { id, validationMessage, nextElementSibling } = target as HTMLInputElement;
  if (!validationMessage) say(nextElementSibling, "", id);
});
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { verdict, unplaced } = check();
  say(form.querySelector("#form"), unplaced.map(({ message }) => message).join(" "), "form");
  if (!verdict.issues) await send(verdict.value);
});
check();

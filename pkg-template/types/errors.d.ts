// The one type of error that is thrown, and what stands behind each of its codes.
import type { ApiError, DiagnosticObject } from "./data.js";
import type { Issue } from "./verdict.js";

export type { ApiError, ErrorItem } from "./data.js";

/** What stands behind each code of `QuoContactsError`. */
export interface ErrorDetails {
  /** The options don't have the shape that is documented; the message says what is wrong. */
  invalid_options: { readonly option?: string } | undefined;
  /** The mapping can't be compiled. */
  invalid_mapping: { readonly diagnostics: DiagnosticObject[] };
  /** No country has this code. */
  unknown_country: undefined;
  /** `field` of a schema was given no path of a field; what may have been meant, likeliest first. */
  unknown_field: { readonly suggestions: string[] };
  /** The host knows no such time zone. */
  unknown_time_zone: undefined;
  /** The mapper was freed before. */
  mapper_freed: undefined;
  /** `quo-contacts/slim` was used before `init` or `initSync`. */
  not_initialized: undefined;
  /** `init` was given something that is no WebAssembly, or it did not load. */
  invalid_source: undefined;
  /** The host refused to compile or to start WebAssembly. */
  engine_unavailable: undefined;
  /** The engine stopped in the middle of a call; it has been replaced. `cause` says why. */
  engine_fault: undefined;
  /** What was to be created is no contact. */
  invalid_payload: { readonly issues: Issue[] };
  /** Quo said no. `issues`, with the code `refused`, place what it said of single fields in what was given. */
  api_error: ApiError & { readonly issues?: Issue[] };
  /** The answer is not one of Quo's. */
  unreadable_response: { readonly status: number; readonly excerpt: string };
  /** No answer came, and nothing was changed. */
  network_failure: undefined;
  /** Stopped by the signal, and nothing was changed. */
  aborted: undefined;
  /**
   * Something was sent, but no answer tells its outcome (it was lost, the server failed, or it was not one of
   * Quo's). `repeat`: the same call does no harm. `look_up`: the contact may have been made; look for it by its
   * `externalId` before it is made again, or let `upsert` do that.
   */
  outcome_unknown: {
    readonly remedy: "repeat" | "look_up";
    readonly status?: number;
    readonly body?: string;
  };
  /** The contact belongs to a native integration: change it there. */
  native_contact: { readonly source: string };
  /** The contact holds something that could not be sent back, and that an update would delete. */
  unkeepable_contact: undefined;
  /** What was to be created is not what another contact with this `source` and `externalId` is. */
  already_exists: { readonly id: string };
}

type ErrorOf<Code extends keyof ErrorDetails> = Error & {
  readonly name: "QuoContactsError";
  readonly code: Code;
  readonly details: ErrorDetails[Code];
  readonly cause?: unknown;
};

/** The one type of error that is thrown: the host's misuse, the engine's fault, or Quo's answer. */
export type QuoContactsError = { [Code in keyof ErrorDetails]: ErrorOf<Code> }[keyof ErrorDetails];
export declare const QuoContactsError: {
  readonly prototype: QuoContactsError;
  new (
    code: string,
    message: string,
    options?: { details?: unknown; cause?: unknown },
  ): QuoContactsError;
};

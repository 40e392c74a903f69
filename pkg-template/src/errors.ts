// The one error that is thrown. Bad data is no error: it comes back as issues.

/** See `ErrorDetails` in the declarations for what each code means. */
export class QuoContactsError extends Error {
  override readonly name = "QuoContactsError";
  readonly code: string;
  readonly details: unknown;

  constructor(code: string, message: string, options?: { details?: unknown; cause?: unknown }) {
    super(message, options);
    this.code = code;
    this.details = options?.details;
  }
}

/** An error that the engine threw on purpose: a plain `Error` with a `code`. */
export const fromEngine = (error: unknown): unknown => {
  if (error instanceof QuoContactsError) return error;
  if (typeof error !== "object" || error === null || !("code" in error)) return error;
  const { code, message, details } = error as {
    code: unknown;
    message?: unknown;
    details?: unknown;
  };
  return typeof code === "string"
    ? new QuoContactsError(code, String(message), { details })
    : error;
};

export const invalidOptions = (message: string, option?: string): QuoContactsError =>
  new QuoContactsError(
    "invalid_options",
    message,
    option === undefined ? undefined : { details: { option } },
  );

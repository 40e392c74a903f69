// What the React apps have in common: where a message stands.
export function Message({ of, text, code }: { of: string; text?: unknown; code?: string }) {
  return text ? (
    <p data-message={of} data-code={code}>
      {String(text)}
    </p>
  ) : null;
}

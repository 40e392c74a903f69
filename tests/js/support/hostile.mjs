// Values that are meant to hurt whoever reads them.

export const nested = (depth, wrap) => {
  let value = "bottom";
  for (let level = 0; level < depth; level++) value = wrap(value);
  return value;
};
const cycle = () => {
  const record = { firstName: "Ada", list: [] };
  record.self = record;
  record.list.push(record, record.list);
  return record;
};
const throwing = () => {
  throw new Error("on purpose");
};
const everyTrap = Object.fromEntries(
  Object.getOwnPropertyNames(Reflect).map((name) => [name, throwing]),
);
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const shared = "x".repeat(5_000_000);

/** Each is a function, so that one can't spoil another. */
export const records = {
  "objects 20,000 deep": () => ({ firstName: "Ada", deep: nested(20_000, (v) => ({ v })) }),
  "arrays 20,000 deep": () => ({ firstName: "Ada", deep: nested(20_000, (v) => [v]) }),
  "nothing but depth": () => nested(20_000, (v) => [v]),
  cycles: cycle,
  "own __proto__, constructor and toString": () =>
    JSON.parse(
      '{"firstName":"Ada","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":"x","hasOwnProperty":1}',
    ),
  "no prototype": () => Object.assign(Object.create(null), { firstName: "Ada" }),
  "getters that throw": () => ({
    firstName: "Ada",
    get phone() {
      return throwing();
    },
  }),
  "a proxy whose every trap throws": () => new Proxy({}, everyTrap),
  "a proxy of an array whose every trap throws": () => ({
    firstName: "Ada",
    emails: new Proxy([], everyTrap),
  }),
  "a revoked proxy": revoked,
  "a member that is a revoked proxy": () => ({ firstName: "Ada", phone: revoked() }),
  "a proxy that lies about its keys": () =>
    new Proxy(
      {},
      {
        ownKeys: () => ["a", "b"],
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
        get: throwing,
      },
    ),
  "a toStringTag that throws": () => ({
    firstName: "Ada",
    x: new (class {
      get [Symbol.toStringTag]() {
        return throwing();
      }
    })(),
  }),
  "toStringTags that lie": () =>
    ["Map", "Date", "FormData", "String", "Array", "Set"].map(
      (tag) =>
        new (class {
          get [Symbol.toStringTag]() {
            return tag;
          }
        })(),
    ),
  "toJSON and valueOf that throw": () => ({
    firstName: "Ada",
    x: { toJSON: throwing, valueOf: throwing, toString: throwing },
  }),
  "a string of 5 MB": () => ({ firstName: "x".repeat(5_000_000) }),
  "a key of 5 MB": () => ({ ["x".repeat(5_000_000)]: "Ada" }),
  "non-Latin text of 5 MB": () => ({ firstName: "Ада".repeat(1_700_000) }),
  "one string of 5 MB, 20,000 times": () => Array.from({ length: 20_000 }, () => shared),
  "a million keys": () =>
    Object.fromEntries(Array.from({ length: 1_000_000 }, (_, i) => [`k${i}`, i])),
  "an array of four thousand million holes": () => ({
    firstName: "Ada",
    emails: new Array(4_000_000_000),
  }),
  "lone surrogates": () => ({ firstName: "\uD800", "\uDFFFkey": "\uDC00x", lastName: "ok \uD83D" }),
  NULs: () => ({ firstName: "A\0da", "k\0}\0": "x\0}\0\x01", "\x01": "\x010" }),
  "what is no data": () => ({
    a: () => 1,
    b: Symbol("x"),
    c: new Set([1]),
    d: /x/,
    e: Promise.resolve(),
    f: new Uint8Array(3),
    g: new WeakMap(),
    h: new Error("x"),
    i: 10n ** 400n,
    j: Number.NaN,
    k: -Infinity,
    l: new Date(Number.NaN),
    m: new Blob(["x"]),
  }),
  "a function": () => () => 1,
  "a symbol": () => Symbol("x"),
  undefined: () => undefined,
  null: () => null,
  "a number": () => 7,
  "an empty array": () => [],
};

// Makes the real engine trap: the next call of an export gets a pointer beyond its memory. Imported
// before the package starts, it sees every instance that the package makes, and changes nothing else.
export const instances = [];
let broken;

const Native = WebAssembly.Instance;
WebAssembly.Instance = class {
  constructor(module, imports) {
    const { exports } = new Native(module, imports);
    instances.push(exports);
    this.exports = { ...exports };
    for (const [name, value] of Object.entries(exports)) {
      if (typeof value !== "function") continue;
      this.exports[name] = (...words) => {
        if (broken?.name !== name) return value(...words);
        const { how } = broken;
        broken = undefined;
        return how(value, words, exports);
      };
    }
  }
};

/** The next call of an export does this instead. */
export const breakNext = (name, how) => {
  broken = { name, how };
};

/** The next call of `map_record` reads a string that lies beyond the memory. */
export const breakNextMap = () => {
  broken = { name: "map_record", how: (real, [handle]) => real(handle, 0xffff_0000, 0xffff) };
};

/** The next call of `map_record` finds no memory left to grow into. */
export const exhaustNextMap = () => {
  broken = {
    name: "map_record",
    how: (real, words, { memory }) => {
      for (let pages = 65_536; pages >= 1; pages = Math.floor(pages / 2)) {
        try {
          for (;;) memory.grow(pages);
        } catch {
          // Not as many; try with fewer.
        }
      }
      return real(...words);
    },
  };
};

// Makes the real engine trap: the next call of an export does something else. Imported before the package
// starts, it sees every instance that the package makes, and changes nothing else.
export const instances = [];
/** What the glue calls of the instance that runs; what is put there in its place is called from then on. */
export let running;
let broken;

const Native = WebAssembly.Instance;
WebAssembly.Instance = class {
  constructor(module, imports) {
    const { exports } = new Native(module, imports);
    instances.push(exports);
    this.exports = { ...exports };
    running = this.exports;
    for (const [name, value] of Object.entries(exports)) {
      if (typeof value !== "function") continue;
      this.exports[name] = (...words) => {
        if (!broken?.names.includes(name)) return value(...words);
        const { how } = broken;
        broken = undefined;
        return how(value, words, exports);
      };
    }
  }
};

/** The exports that give verdicts on records. */
const MAPS = ["map_record", "map_row"];

/** The next call of an export does this instead. */
export const breakNext = (name, how) => {
  broken = { names: [name], how };
};

/** The next verdict asks for more memory than there can be. */
export const breakNextMap = () => {
  const how = (_, __, { text_room }) => text_room(0xffff_0000);
  broken = { names: MAPS, how };
};

/** The next verdict finds no memory left to grow into. */
export const exhaustNextMap = () => {
  const how = (real, words, { memory }) => {
    for (let pages = 65_536; pages >= 1; pages = Math.floor(pages / 2)) {
      try {
        for (;;) memory.grow(pages);
      } catch {
        // Not as many; try with fewer.
      }
    }
    return real(...words);
  };
  broken = { names: MAPS, how };
};

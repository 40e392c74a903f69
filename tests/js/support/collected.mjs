// What the engine still has of what it was told to make.
import { setTimeout } from "node:timers/promises";
import { running } from "./fault.mjs";

/** Lets the host collect until a thing is done. */
export async function collected(done) {
  for (let round = 0; round < 50 && !done(); round++) {
    globalThis.gc();
    await setTimeout(5);
  }
}

/** How many things the engine that runs made by one of its exports from now on, and how many of these it still has. */
export function counting(create, drop) {
  const exports = running;
  const { [create]: creates, [drop]: drops } = exports;
  const alive = new Set();
  let made = 0;
  exports[create] = (...words) => {
    const answer = creates(...words);
    made += 1;
    alive.add(Array.isArray(answer) ? answer[0] : answer);
    return answer;
  };
  exports[drop] = (handle) => {
    alive.delete(handle);
    return drops(handle);
  };
  const stop = () => Object.assign(exports, { [create]: creates, [drop]: drops });
  return { made: () => made, alive: () => alive.size, stop };
}

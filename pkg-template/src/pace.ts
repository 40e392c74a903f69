// The limiter of one key: a queue before the engine's own, which knows how many may start.
import { create_pace, drop_pace, pace_acquire, pace_answered } from "#glue";
import type { Pace } from "#types";
import { call, generation } from "./runtime.js";
import { clocks, type Signal, sleep, unlessAborted } from "./time.js";

interface Limiter {
  handle: number;
  /** The instance that knows it; 0 for none. */
  born: number;
}

/** Only inside `call`. */
const handle = (limiter: Limiter): number => {
  if (limiter.born !== generation()) {
    // What the lost instance let through is not known.
    limiter.handle = create_pace(limiter.born !== 0, ...clocks());
    limiter.born = generation();
  }
  return limiter.handle;
};

const forgotten = new FinalizationRegistry<Limiter>((limiter) => {
  try {
    if (limiter.born === generation()) call(() => drop_pace(limiter.handle));
  } catch {
    // Nobody is there to be told.
  }
});

/** Give one to all clients that use the same key. */
export const createPace = (): Pace => {
  const limiter: Limiter = { handle: 0, born: 0 };
  let line: Promise<unknown> = Promise.resolve();

  const acquire: Pace["acquire"] = async (signal) => {
    const before = line;
    let leave = (): void => {};
    line = new Promise<void>((resolve) => {
      leave = resolve;
    });
    try {
      await unlessAborted(before, signal as Signal | undefined);
      for (;;) {
        const said = call(() => pace_acquire(handle(limiter), ...clocks()));
        const { born } = limiter;
        if (said >= 0) {
          return (answer) => {
            const headers = answer?.headers ?? "";
            call(() => {
              if (born !== generation()) return;
              pace_answered(limiter.handle, said, ...clocks(), answer?.status ?? 0, headers);
            });
          };
        }
        await sleep(-said, signal as Signal | undefined);
      }
    } finally {
      // Whoever leaves the line early must not let those behind pass those before.
      void before.then(leave);
    }
  };
  forgotten.register(acquire, limiter);
  return { acquire };
};

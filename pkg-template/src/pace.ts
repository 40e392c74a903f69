// The limiter of one key: the engine knows how many may start, the host waits.
import { create_pace, drop_pace, pace_acquire, pace_answered } from "#glue";
import type { Pace } from "#types";
import { registry } from "./forgotten.js";
import { call, generation, lives } from "./runtime.js";
import { clocks, type Signal, sleep } from "./time.js";

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

const forgotten = registry<Limiter>(({ handle, born }) => {
  if (lives(born)) call(() => drop_pace(handle));
});

/** Give one to all clients that use the same key. */
export const createPace = (): Pace => {
  const limiter: Limiter = { handle: 0, born: 0 };
  // Everybody waits on a timer of his own: on an edge, one request must not wait for what another one does.
  const acquire: Pace["acquire"] = async (signal) => {
    for (;;) {
      const ticket = call(() => pace_acquire(handle(limiter), ...clocks()));
      if (ticket >= 0) return answered(limiter, ticket);
      await sleep(-ticket, signal as Signal | undefined);
    }
  };
  forgotten.register(acquire, limiter);
  return { acquire };
};

/** Takes what became of a request that had leave. */
const answered =
  ({ handle, born }: Limiter, ticket: number): Answered =>
  (answer) => {
    const { status, headers } = answer ?? { status: 0, headers: "" };
    call(() => {
      if (born === generation()) pace_answered(handle, ticket, ...clocks(), status, headers);
    });
  };
type Answered = (answer: { status: number; headers: string } | undefined) => void;

// Gives back to the engine what nobody can reach any more.

type Registry<Held> = Pick<FinalizationRegistry<Held>, "register" | "unregister">;

/** `held` must not lead to what it is registered with. Where hosts never tell, it is kept. */
export const registry = <Held>(drop: (held: Held) => void): Registry<Held> =>
  globalThis.FinalizationRegistry
    ? new FinalizationRegistry((held) => {
        try {
          drop(held);
        } catch {
          // Nobody is there to be told; the instance has been given up.
        }
      })
    : { register: () => {}, unregister: () => false };

// The host's clocks and timers.

/** The clock that no one sets; 0 where there is none, and the wall clock counts alone. */
const steady = (): number => globalThis.performance?.now?.() ?? Date.now();

/** Both clocks in milliseconds: the engine believes only what both say has passed. */
export const clocks = (): [monotonic: number, wall: number] => [steady(), Date.now()];

/** What is read of a signal. */
export interface Signal {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener?(type: "abort", listener: () => void, options?: { once?: boolean }): void;
  removeEventListener?(type: "abort", listener: () => void): void;
}

/** Rejects with the signal's reason as soon as it is aborted; otherwise what the promise becomes. */
export const unlessAborted = <T>(promise: Promise<T>, signal: Signal | undefined): Promise<T> => {
  if (!signal) return promise;
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason ?? new Error("aborted"));
    if (signal.aborted) stop();
    else signal.addEventListener?.("abort", stop, { once: true });
  });
  return Promise.race([promise, aborted]).finally(() => {
    signal.removeEventListener?.("abort", stop);
  });
};

export const sleep = (milliseconds: number, signal: Signal | undefined): Promise<void> => {
  let timer: ReturnType<typeof setTimeout>;
  const slept = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return unlessAborted(slept, signal).finally(() => clearTimeout(timer));
};

// What the main thread of a page did while keys were pressed, as Chromium's own trace has it: in microseconds, where
// `performance.now` has tenths of milliseconds, and in time of that thread, whatever else the machine does.

const CATEGORIES = [
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "blink.user_timing",
];

/** The events of a trace of what `work` does. */
export async function traceOf(page, work) {
  const client = await page.context().newCDPSession(page);
  const events = [];
  client.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const complete = new Promise((resolve) => client.once("Tracing.tracingComplete", resolve));
  await client.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: CATEGORIES, recordMode: "recordUntilFull" },
  });
  await work();
  await client.send("Tracing.end");
  await complete;
  return events;
}

// The other events of a key hold the browser's own work: the letter is put in inside of them.
const HANDLED = new Set(["beforeinput", "input"]);

/**
 * For each key, in milliseconds: what the handlers of its events took, and what the main thread did in all until
 * the next key (style, layout and paint included).
 */
export function perKey(events) {
  const mine = events.find(
    ({ name, args }) => name === "EventDispatch" && args?.data?.type === "keydown",
  );
  const main = events.filter(({ pid, tid }) => pid === mine.pid && tid === mine.tid);
  main.sort((one, other) => one.ts - other.ts);
  const starts = main.filter(dispatches("keydown")).map(({ ts }) => ts);
  const keys = starts.map(() => ({ handlers: 0, all: 0 }));
  const keyAt = (ts) => keys[starts.findLastIndex((start) => start <= ts)];
  // One inside another is counted with it.
  let end = 0;
  for (const event of main) {
    const { name, args, ts, dur = 0, tdur = dur } = event;
    if (name !== "EventDispatch" || !HANDLED.has(args?.data?.type) || ts < end) continue;
    end = ts + dur;
    const key = keyAt(ts);
    if (key) key.handlers += tdur / 1000;
  }
  for (const { name, ts, dur = 0, tdur = dur } of main) {
    // A task begins before the key that it brings is told of.
    const key = name === "RunTask" && keyAt(ts + dur);
    if (key) key.all += tdur / 1000;
  }
  return keys;
}

const dispatches =
  (type) =>
  ({ name, args }) =>
    name === "EventDispatch" && args?.data?.type === type;

// Carries texts to the engine and its answers back through a room in its memory that both know, so that no text
// needs an allocation of its own. All of this happens inside `call`.
import { answer_address, text_room } from "#glue";
import { generation, memory } from "./runtime.js";

/** Most texts fit, so that the room is made once. */
const ROOM = 1 << 14;
/** A larger room is replaced by the next one. */
const LARGE = 1 << 20;

let encoder: TextEncoder;
let decoder: TextDecoder;
/** The memory as it is now. */
let bytes = new Uint8Array(0);
/** The room, in the instance that made it. */
let room = bytes;
let born = 0;
let reading = false;

/** Counts the texts that were carried: whoever writes into the room can tell that another one came between. */
export let turn = 0;

/** A room for so many bytes. */
export const roomFor = (most: number): Uint8Array<ArrayBuffer> => {
  turn += 1;
  // Growth of the memory leaves a room without bytes. One that is being read must not be written: the engine
  // refuses to make another, and that is a fault.
  if (reading || room.length === 0 || room.length < most || born !== generation()) {
    // Made here, because importing this must do nothing.
    encoder ??= new TextEncoder();
    decoder ??= new TextDecoder("utf-8", { ignoreBOM: true });
    const size = Math.max(most, ROOM);
    const address = text_room(size);
    bytes = new Uint8Array(memory().buffer as ArrayBuffer);
    room = bytes.subarray(address, address + size);
    born = generation();
  }
  return room;
};

/** The answer of `map` to so many bytes in the room; it says how many the answer has. */
export const answerTo = (
  length: number,
  map: (mapper: number, length: number) => number,
  mapper: number,
): string => {
  const instance = born;
  reading = true;
  try {
    const size = map(mapper, length);
    if (instance !== generation()) {
      throw new WebAssembly.RuntimeError("another call ended this one's instance");
    }
    // A mapper that this instance does not know, or an answer too long to be told: ours to avoid, so a fault.
    if (size < 0) throw new WebAssembly.RuntimeError("the engine has no answer");
    if (bytes.length === 0) bytes = new Uint8Array(memory().buffer as ArrayBuffer);
    const address = answer_address();
    return decoder.decode(bytes.subarray(address, address + size));
  } finally {
    reading = false;
    if (room.length > LARGE) room = new Uint8Array(0);
  }
};

/** Writes a text into the room; says how many bytes it has. */
export const writeText = (text: string): number => {
  const room = roomFor(text.length * 3);
  return encoder.encodeInto(text, room).written;
};

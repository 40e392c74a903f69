// Carries texts to the engine and its answers back through two rooms in its memory that both know, so that no
// text needs an allocation of its own. All of this happens inside `call`.
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
    const size = Math.max(most, ROOM);
    const address = text_room(size);
    bytes = new Uint8Array(memory().buffer as ArrayBuffer);
    room = bytes.subarray(address, address + size);
    born = generation();
  }
  return room;
};

/** An error of the kind that a trap is, also where there is no WebAssembly. */
const fault = (message: string): Error =>
  Object.assign(new Error(message), { name: "RuntimeError" });

/** A text of the engine's. */
export const textAt = (address: number, length: number): string => {
  decoder ??= new TextDecoder("utf-8", { ignoreBOM: true });
  if (bytes.length === 0) bytes = new Uint8Array(memory().buffer as ArrayBuffer);
  return decoder.decode(bytes.subarray(address, address + length));
};

/** What the engine says about the text in the room. */
export const tell = <T>(work: () => T): T => {
  const instance = generation();
  reading = true;
  try {
    const said = work();
    if (instance !== generation()) {
      throw fault("another call ended this one's instance");
    }
    return said;
  } finally {
    reading = false;
    if (room.length > LARGE) room = new Uint8Array(0);
  }
};

/** The answer of the engine to the text in the room; `work` says how many bytes it has. */
export const answerTo = (work: () => number): string => {
  const size = tell(work);
  // A mapper that this instance does not know, or an answer too long to be told: ours to avoid, so a fault.
  if (size < 0) throw fault("the engine has no answer");
  return textAt(answer_address(), size);
};

/** Writes a text into the room; says how many bytes it has. */
export const writeText = (text: string): number => {
  const room = roomFor(text.length * 3);
  return encoder.encodeInto(text, room).written;
};

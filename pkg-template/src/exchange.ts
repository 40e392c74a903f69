// Carries a text to the engine and the answer back, through a room in its memory that both know: half of the
// time that a text takes through an allocation of its own.
import { answer_address, text_room } from "#glue";
import { call, generation, memory } from "./runtime.js";

/** Most texts fit, so that the room is made once. */
const ROOM = 1 << 14;
/** A larger room is replaced by the next one. */
const LARGE = 1 << 20;

let encoder: TextEncoder;
let decoder: TextDecoder;
/** The memory as it is now; growth replaces it. */
let bytes = new Uint8Array(0);
/** The room, in the instance that made it. */
let room = bytes;
let born = 0;
let busy = false;

/** `work` is told how many bytes of the room are the text, and says how many the answer has. */
export const exchange = (text: string | Uint8Array, work: (length: number) => number): string =>
  call(() => {
    const most = typeof text === "string" ? text.length * 3 : text.length;
    // A room whose memory was replaced has no bytes left. One that is being read must not be written: the
    // engine refuses to make another, and that is a fault.
    if (busy || room.length < most || room.buffer !== memory().buffer || born !== generation()) {
      make(Math.max(most, ROOM));
    }
    const instance = born;
    busy = true;
    try {
      const length = work(write(text));
      if (instance !== generation()) {
        throw new WebAssembly.RuntimeError("another call ended this one's instance");
      }
      const address = answer_address();
      return decoder.decode(view().subarray(address, address + length));
    } finally {
      busy = false;
      if (room.length > LARGE) room = new Uint8Array(0);
    }
  });

const write = (text: string | Uint8Array): number => {
  if (typeof text === "string") return encoder.encodeInto(text, room).written;
  room.set(text);
  return text.length;
};

const make = (size: number): void => {
  // Made here, because importing this must do nothing.
  encoder ??= new TextEncoder();
  decoder ??= new TextDecoder("utf-8", { ignoreBOM: true });
  const address = text_room(size);
  room = view().subarray(address, address + size);
  born = generation();
};

const view = (): Uint8Array<ArrayBuffer> => {
  const { buffer } = memory();
  if (bytes.buffer !== buffer) bytes = new Uint8Array(buffer as ArrayBuffer);
  return bytes;
};

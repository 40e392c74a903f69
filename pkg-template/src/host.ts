// What the engine asks of the host in the middle of a call. The glue knows it by its bare name, which the build
// leads here.
import { textAt } from "./exchange.js";
import { offsetOf } from "./zone.js";

/** The zone is named by so many bytes at an address. */
export const utcOffset = (address: number, length: number, utcSeconds: number): number =>
  offsetOf(textAt(address, length), utcSeconds);

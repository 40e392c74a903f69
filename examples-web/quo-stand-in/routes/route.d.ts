import type { Answer, Asked } from "../types.d.ts";

/** One method on one path; what the path's group holds is the contact's id. */
export interface Route {
  method: string;
  path: RegExp;
  answer: (asked: Asked, id: string) => Answer;
}

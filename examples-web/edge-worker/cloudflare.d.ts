/** What is used of Cloudflare's own types. `npx wrangler types` writes them all. */
declare module "cloudflare:workers" {
  type Gate = import("./types.d.ts").Gate;
  type Kept = import("./types.d.ts").Kept;
  type Message = import("./types.d.ts").Message;

  export interface State {
    blockConcurrencyWhile(work: () => Promise<void>): void;
    readonly storage: {
      get(name: string): Promise<number | undefined>;
      put(name: string, value: number): Promise<void>;
    };
  }
  export class DurableObject {
    constructor(state: State, env: Env);
    protected readonly ctx: State;
  }
  /** As `wrangler.jsonc` binds them, and its variables and secrets. */
  export interface Env extends Readonly<Record<string, unknown>> {
    readonly GATE: { idFromName(name: string): object; get(id: object): Gate };
    readonly DEFINITIONS: {
      get(name: string, type: "json"): Promise<Kept | null>;
      put(name: string, value: string): Promise<void>;
    };
    readonly SUBMISSIONS: { send(message: unknown): Promise<unknown> };
    readonly PARKED: { send(message: unknown): Promise<unknown> };
  }
  export interface Context {
    waitUntil(work: Promise<unknown>): void;
  }
  export interface Batch {
    readonly messages: readonly Message[];
  }
}

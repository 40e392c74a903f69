// The engine, for those who start it themselves.
import type { Host, HostModule } from "./host.js";

/** Where the engine can come from. */
export type EngineSource =
  | HostModule
  | string
  | Host<"URL", { readonly href: string }>
  | Host<"Response", { arrayBuffer(): Promise<ArrayBuffer> }>
  | ArrayBuffer
  | ArrayBufferView;

/** Starts the engine ahead of the first call. Not needed, and harmless when it runs already. */
export declare function init(source?: EngineSource | PromiseLike<EngineSource>): Promise<void>;
/** The same, at once; takes a compiled module or its bytes. */
export declare function initSync(source?: HostModule | ArrayBuffer | ArrayBufferView): void;
/** Whether the engine runs. */
export declare function isReady(): boolean;
/** The version of the engine. */
export declare function version(): string;

// The worker, and a way to make its Durable Object start again, as a deploy does.
import worker, { QuoGate as Gate } from "../../../examples-web/edge-worker/entries/cloudflare.mjs";

export class QuoGate extends Gate {
  crash() {
    this.ctx.abort("a deploy");
  }
}

export default {
  ...worker,
  async fetch(request, env, context) {
    if (new URL(request.url).pathname !== "/crash") return worker.fetch(request, env, context);
    await env.GATE.get(env.GATE.idFromName("quo"))
      .crash()
      .catch(() => {});
    return new Response();
  },
};

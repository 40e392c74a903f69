// Hono: `sValidator` judges what a request brings, and the route gets the schema's value.
import { getRequestListener } from "@hono/node-server";
import { sValidator } from "@hono/standard-validator";
import { Hono } from "hono";
import { rules } from "../shared/broken";
import { leadSchema } from "../shared/lead";

/** The routes, with a schema whose shape `rule` may break. */
const routes = (rule?: string) =>
  new Hono()
    .post("/json", sValidator("json", leadSchema(rule)), (context) =>
      context.json(context.req.valid("json")),
    )
    .post("/form", sValidator("form", leadSchema(rule)), (context) =>
      context.json(context.req.valid("form")),
    );

const app = new Hono().basePath("/hono").route("/", routes());
for (const rule of Object.keys(rules)) app.route(`/${rule}`, routes(rule));

export const handler = getRequestListener(app.fetch);

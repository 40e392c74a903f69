// Hono: `sValidator` judges what a request brings, and the route gets the schema's value.
import { getRequestListener } from "@hono/node-server";
import { sValidator } from "@hono/standard-validator";
import { Hono } from "hono";
import { leadSchema } from "../shared/lead";

/** The routes under `base`, with a schema whose shape `rule` breaks. */
const routes = (rule?: string) =>
  new Hono()
    .post("/json", sValidator("json", leadSchema(rule)), (context) =>
      context.json(context.req.valid("json")),
    )
    .post("/form", sValidator("form", leadSchema(rule)), (context) =>
      context.json(context.req.valid("form")),
    );

const app = new Hono()
  .basePath("/hono")
  .route("/", routes())
  .route("/emptyIssues", routes("emptyIssues"))
  .route("/exception", routes("exception"));

export const handler = getRequestListener(app.fetch);

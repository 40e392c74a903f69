import { connection } from "next/server";
import { answers } from "../answers.mjs";
import { Client } from "./client.jsx";

/** Rendered on the server, for each request. */
export default async function Page() {
  await connection();
  return <Client component={await answers()} />;
}

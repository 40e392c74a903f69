"use client";

import { useEffect } from "react";
import { answers } from "../answers.mjs";
import { answer as contact } from "../contact.mjs";
import { answer as form } from "../form.mjs";
import { answer as format } from "../format.mjs";
import { answer as phone } from "../phone.mjs";

const fetched = async (path) => (await fetch(path)).json();

/** Rendered on the server and again in the page, which is an error where they differ; then prints all answers. */
export function Client({ component }) {
  useEffect(() => {
    const all = async () => ({
      ...(await answers()),
      component,
      route: await fetched("/answers"),
      built: await fetched("/built"),
      external: await fetched("/api/external"),
      proxy: await fetched("/proxy"),
    });
    all().then((all) => console.log(JSON.stringify(all)), console.error);
  }, [component]);
  return <pre>{JSON.stringify([contact(), form(), phone(), format()])}</pre>;
}

import { DIRECTORY } from "../support/app.mjs";
import { row } from "../support/row.mjs";

/** Built by its command, and opened. */
async function answer(app, pages) {
  const parcel = [
    "parcel/lib/bin.js",
    "build",
    "index.html",
    "--public-url",
    "./",
    "--cache-dir",
    "cache",
  ];
  await app.tool(...parcel, "--no-cache", "--no-source-maps", "--log-level", "error");
  return pages.served(app.path("dist"));
}

// As it comes, it reads no `exports`: most entries are found by the names of their files.
row({
  name: "Parcel, in Chromium",
  packages: ["parcel"],
  names: ["contact", "form", "phone", "format", "formScript"],
  missed: ["format", "formScript"],
  takes: [DIRECTORY],
  answer,
});

row({
  name: "Parcel told to read `exports`, in Chromium",
  packages: ["parcel"],
  takes: ["default"],
  answer(app, pages) {
    const resolver = { packageExports: true };
    const manifest = { name: "app", private: true, "@parcel/resolver-default": resolver };
    app.write("package.json", JSON.stringify(manifest));
    // It looks for its configuration where a lock file is.
    app.write("package-lock.json", "{}\n");
    return answer(app, pages);
  },
});

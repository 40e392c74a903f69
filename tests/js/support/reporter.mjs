// Says what failed, what was skipped, and how much ran; nothing about what passed.
import { inspect } from "node:util";

export default async function* report(events) {
  for await (const { type, data } of events) {
    if (type === "test:fail" && data.details.error.failureType !== "subtestsFailed") {
      const { error } = data.details;
      yield `FAILED: ${data.name}\n  at ${data.file}:${data.line}\n${inspect(error.cause ?? error)}\n\n`;
    } else if (type === "test:pass" && data.skip) {
      yield `SKIPPED: ${data.name}: ${data.skip}\n`;
    } else if (type === "test:stderr" || type === "test:stdout") {
      yield data.message;
    } else if (
      type === "test:diagnostic" &&
      /^(tests|pass|fail|skipped|todo) /.test(data.message)
    ) {
      yield `# ${data.message}\n`;
    }
  }
}

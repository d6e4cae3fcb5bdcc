import { LineCounter, parseDocument } from "yaml";
import { problem } from "./transfer-file";

/** Reads YAML 1.2 (core schema: dates stay text); `line` is the line of the file on which it begins. */
export function readYaml(text: string, line = 1): unknown {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true, logLevel: "silent" });
  const [error] = document.errors;
  if (error)
    throw problem(
      "transfer:error.yaml",
      { reason: error.message.split("\n")[0]!.slice(0, 200) },
      line - 1 + lineCounter.linePos(error.pos[0]).line,
    );
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch {
    throw problem("transfer:error.yaml", { reason: "aliases" }, line);
  }
}

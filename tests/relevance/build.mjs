// Prints the demo's help centre and the judged queries as one file for `sportello search eval`:
//   node tests/relevance/build.mjs > relevance.jsonl && npx sportello search eval relevance.jsonl
import { listDocuments, listQueries } from "./documents.mjs";

const lines = [
  ...listDocuments().map((doc) => ({ doc })),
  ...listQueries().map(({ query, locale, relevant }) => ({ query, locale, relevant })),
];
process.stdout.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));

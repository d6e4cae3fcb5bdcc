import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "../../server/root.mjs";

/** Received mail and what hangs on it, in SQL and by the client. */
const MAIL_TABLES =
  /\b(?:inbound_mail|raw_mail|mail_hold|filed_mail|filed_mail_person)\b|\.(?:inboundMail|rawMail|mailHold|filedMail|filedMailPerson)\./;
/** What says who may see or decide about it. */
const SCOPES = /\b(?:visibleMail|mailQueues|lockHold|assertAdministers)\(/;

/** Files that answer a person out of received mail by another rule, with that rule. */
const OTHERWISE: Record<string, string> = {
  "list-blocked.server.ts": "requireStaffActor(", // counts of discarded mail, which every agent may unblock
};

/** What the mailroom's screens and API call: queries, and decisions about one mail. */
const ASKED = /^(?:list|get|find|count|search|suggest|open|claim|decide|reprocess)-.*\.server\.ts$/;

const folder = path.join(root, "app/domain/mailroom");
const asked = fs
  .readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => ASKED.test(path.basename(file)) && !file.includes("internal"))
  .map((file) => ({ file, source: fs.readFileSync(path.join(folder, file), "utf8") }))
  .filter(({ source }) => MAIL_TABLES.test(source));

test("whoever reads received mail asks who may see it", () => {
  expect(asked.length).toBeGreaterThan(8);
  const open = asked.filter(({ file, source }) => !SCOPES.test(source) && !source.includes(OTHERWISE[file] ?? "\0"));
  expect(open.map(({ file }) => file)).toEqual([]);
});

/** One mail is opened through the one statement of who sees it; lists walk each queue's own index instead. */
test("a mail's bytes leave the mailroom only through visibleMail", () => {
  const bytes = asked.filter(({ file, source }) => /\braw_mail\b/.test(source) && !file.includes("replay"));
  expect(bytes.map(({ file }) => file)).toContain("get-mail-raw.server.ts");
  expect(bytes.filter(({ source }) => !source.includes("${visibleMail(ctx.actor)}"))).toEqual([]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyMailroom, listTickets, take } from "#tests/support/arriving-mail";
import { cast, castCtx, queues } from "#tests/support/cast";
import { answerFromDesk, answerTo, freshMessageId, sentTo, workAll } from "#tests/support/mail-scene";
import { useDatabase } from "#tests/support/use-database";
import { assignTicket } from "~/domain/tickets/assign-ticket.server";
import { database } from "~/platform/db.server";

// Mail programs, gateways and people lose parts of a mail's head. Whatever is lost: nobody gets into a ticket that is not
// theirs, and whoever brings a key of their own, or an id of a ticket in which they take part, gets there.
useDatabase();
emptyMailroom();
const SUPPORT = queues.repairs.address;
const db = () => database().prisma;
const PEOPLE = ["giulia", "paolo", "hana", "elena", "stranger"] as const;
type Who = (typeof PEOPLE)[number];
const addressOf = (who: Who) => (who === "stranger" ? "stranger@elsewhere.example" : cast[who].email);
const idOf = (who: Who) => (who === "stranger" ? null : cast[who].id);

/** A mail of a ticket that somebody may have in hand: `to` has its key where it is one of ours. */
type Held = { ticket: number; owner: Who | null; to: string; subject: string; ids: string[]; id: string };

/** Giulia's ticket with Paolo in Cc and Elena at work, and Hana's with nobody else: keys, notices and plain ids of both. */
async function twoTickets(): Promise<{ held: Held[]; tickets: string[]; numbers: number[]; participants: Who[][] }> {
  const first = freshMessageId();
  const second = freshMessageId();
  await take({ messageId: first, cc: cast.paolo.email, text: "One" });
  await take({ messageId: second, from: cast.hana.email, subject: "Invoice", text: "Two" });
  const tickets = await listTickets();
  const numbers = tickets.map(({ number }) => number);
  await assignTicket(castCtx("elena"), numbers[0]!, cast.elena.id);
  for (const number of numbers) await answerFromDesk("elena", number, `Answer on ${number}`);
  await take({ inReplyTo: first, subject: "Re: La pompa perde", text: "Again" });
  await workAll();
  const held: Held[] = [
    { ticket: 0, owner: null, to: SUPPORT, subject: "Re: La pompa perde", ids: [first], id: first },
    { ticket: 1, owner: null, to: SUPPORT, subject: "Re: Invoice", ids: [second], id: second },
  ];
  for (const [ticket, owner] of [
    [0, "giulia"],
    [0, "paolo"],
    [0, "elena"],
    [1, "hana"],
  ] as const) {
    const sent = (await sentTo(addressOf(owner))).filter(({ threadId }) => threadId === tickets[ticket]!.id).at(-1)!;
    const { to, subject, references } = await answerTo(sent);
    held.push({ ticket, owner, to, subject, ids: references, id: sent.messageId });
  }
  return { held, tickets: tickets.map(({ id }) => id), numbers, participants: [["giulia", "paolo"], ["hana"]] };
}

const damage = fc.record({
  who: fc.constantFrom(...PEOPLE),
  mail: fc.nat({ max: 5 }),
  key: fc.constantFrom("kept", "stripped", "broken"),
  inReplyTo: fc.boolean(),
  references: fc.constantFrom("kept", "cut to the last", "cut to the first", "gone"),
  subject: fc.constantFrom("kept", "changed", "number of the other ticket"),
  /** Ids of another mail in front of the references, as programs that mix conversations do. */
  mixed: fc.option(fc.nat({ max: 5 }), { freq: 4 }),
});
type Damage = typeof damage extends fc.Arbitrary<infer D> ? D : never;

function write({ held, numbers }: Awaited<ReturnType<typeof twoTickets>>, d: Damage, text: string) {
  const mail = held[d.mail]!;
  const hasKey = mail.to !== SUPPORT;
  const to =
    d.key === "kept"
      ? mail.to
      : d.key === "stripped" || !hasKey
        ? SUPPORT
        : mail.to.replace(/(.)@/, (_, c: string) => `${c === "a" ? "b" : "a"}@`);
  const kept = {
    kept: mail.ids,
    "cut to the last": mail.ids.slice(-1),
    "cut to the first": mail.ids.slice(0, 1),
    gone: [],
  };
  const references = [...(d.mixed === null ? [] : held[d.mixed]!.ids), ...kept[d.references]];
  const subject =
    d.subject === "kept"
      ? mail.subject
      : d.subject === "changed"
        ? "Something else"
        : `Re: [#${numbers[1 - mail.ticket]!}]`;
  const inReplyTo = d.inReplyTo ? mail.id : undefined;
  const named = [...references, ...(inReplyTo ? [inReplyTo] : [])];
  return {
    draft: { from: addressOf(d.who), to, subject, references, inReplyTo, text },
    ownKey: mail.owner === d.who && ((hasKey && d.key === "kept") || named.includes(mail.id)),
    named: (hasKey && d.key === "kept") || named.some((id) => mail.ids.includes(id)),
  };
}

test("whatever is damaged, a mail gets where its sender belongs and nowhere else", async () => {
  const world = await twoTickets();
  const { tickets, participants, held } = world;
  let n = 0;
  let joined = 0;
  const property = fc.asyncProperty(damage, async (d) => {
    const text = `Mail number ${++n}, unlike every other.`;
    const { draft, ownKey, named } = write(world, d, text);
    await take(draft);
    const message = await db().message.findFirstOrThrow({ where: { text } });
    const landed = tickets.indexOf(message.ticketId);
    const { ticket } = held[d.mail]!;
    // Into which of the two a sender may get at all: by taking part, or Elena by her own notice.
    const allowed = [0, 1].filter((i) => participants[i]!.includes(d.who) || (i === 0 && d.who === "elena"));
    const joins = landed >= 0;
    if (joins) joined++;
    expect(!joins || (allowed.includes(landed) && message.authorId === idOf(d.who))).toBe(true);
    expect(message.side).toBe(joins && d.who === "elena" ? "agent" : "customer");
    const alike = d.mixed === null || held[d.mixed]!.ticket === ticket;
    const belongs = alike && (ownKey || (named && participants[ticket]!.includes(d.who)));
    expect(belongs ? landed : ticket).toBe(ticket);
  });
  await fc.assert(property, { seed: 20261122, numRuns: 60, endOnFailure: true });
  expect(joined).toBeGreaterThan(15);
  expect(n - joined).toBeGreaterThan(15);
  // Nobody has got into a ticket on the way.
  const people = await db().ticketParticipant.findMany({ where: { ticketId: { in: tickets } } });
  expect(people.map(({ personId }) => personId)).toEqual([cast.paolo.id]);
}, 120_000);

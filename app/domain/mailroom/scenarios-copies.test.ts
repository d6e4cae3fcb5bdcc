import { describe, expect, test } from "vitest";
import { listTickets, setMail, theTicket } from "#tests/support/arriving-mail";
import { cast, castCtx, queues } from "#tests/support/cast";
import { freshMessageId, sentTo, mailScene, workAll } from "#tests/support/mail-scene";
import { sendMail } from "#tests/support/mailroom";
import { decideHeldMail } from "./decide-held-mail.server";

// One mail that comes more than once, in deliveries of its own.
const { arrive, port } = mailScene();
const SUPPORT = queues.repairs.address;
const BILLING = queues.billing.address;
const receipts = async () => (await sentTo(cast.giulia.email)).filter(({ template }) => template === "receipt").length;

/** The copy that a server hands over for one of the recipients. */
const copies = (over: object = {}) => {
  const mail = {
    from: cast.giulia.email,
    to: [SUPPORT, BILLING],
    subject: "Repair and its invoice",
    text: "The pump leaks and the invoice is wrong.",
    messageId: freshMessageId(),
    date: new Date(),
    ...over,
  };
  return (to: string) => ({ ...mail, envelope: { from: cast.giulia.email, to: [to] } });
};
const alsoTo = (queue: keyof typeof queues) => ({
  code: "also_to_queue",
  data: { queueId: queues[queue].id, queue: queues[queue].name },
});

describe("the same mail to two queues in two deliveries", () => {
  test("is one ticket in the queue that it reached first, noted with the other, and one receipt", async () => {
    const copy = copies();
    await arrive(copy(BILLING));
    const second = await arrive(copy(SUPPORT));
    const ticket = await theTicket();
    expect(ticket).toMatchObject({ queueId: queues.billing.id, banners: [alsoTo("repairs")] });
    expect(ticket.messages).toHaveLength(1);
    expect(second).toMatchObject({ outcome: "duplicate", threadId: ticket.id });
    expect(await receipts()).toBe(1);
  });

  test("both at once are one ticket as well", async () => {
    const copy = copies();
    await Promise.all([sendMail(port(), copy(SUPPORT)), sendMail(port(), copy(BILLING))]);
    await workAll();
    const ticket = await theTicket();
    expect(ticket.messages).toHaveLength(1);
    expect(ticket.banners).toHaveLength(1);
    expect(await receipts()).toBe(1);
  });

  test("while the first is held the second waits with it; who decides later finds both queues noted", async () => {
    await setMail({ spamScore: 5 });
    const copy = copies({ headers: { "X-Spam-Score": "9" } });
    const first = await arrive(copy(SUPPORT));
    const second = await arrive(copy(BILLING));
    expect(first).toMatchObject({ stage: "held" });
    expect(second).toMatchObject({ stage: "done", outcome: "duplicate", duplicateOf: first.id });
    expect(await listTickets()).toEqual([]);
    await decideHeldMail(castCtx("elena"), first.id, { kind: "open" });
    await workAll();
    expect(await theTicket()).toMatchObject({ queueId: queues.repairs.id, banners: [alsoTo("billing")] });
    expect(await receipts()).toBe(1);
  });
});

describe("a Message-ID that comes again", () => {
  test("with the same content is one message, whatever the relays added", async () => {
    const copy = copies();
    await arrive(copy(SUPPORT));
    const again = await arrive({ ...copy(SUPPORT), headers: { Received: "from there by here; today" } });
    expect(again).toMatchObject({ outcome: "duplicate" });
    expect((await theTicket()).messages).toHaveLength(1);
    expect(await receipts()).toBe(1);
  });

  test("with other content is a new mail, marked; the same again is a repeat of that one", async () => {
    const copy = copies();
    await arrive(copy(SUPPORT));
    const other = { ...copy(SUPPORT), subject: "Something else", text: "Another matter altogether." };
    const marked = await arrive(other);
    const again = await arrive(other);
    const [first, second, ...more] = await listTickets();
    expect(more).toEqual([]);
    expect(first!.messages).toMatchObject([{ marked: false }]);
    expect(second!.messages).toMatchObject([{ marked: true, text: "Another matter altogether." }]);
    expect(again).toMatchObject({ outcome: "duplicate", duplicateOf: marked.id, threadId: second!.id });
  });
});

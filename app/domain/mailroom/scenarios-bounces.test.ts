import { beforeEach, describe, expect, test } from "vitest";
import { theTicket } from "#tests/support/arriving-mail";
import { cast, castCtx, queues } from "#tests/support/cast";
import { deliveryReport } from "#tests/support/delivery-report";
import { answerFromDesk, lastSentTo, type Sent, mailScene } from "#tests/support/mail-scene";
import { getTicketForDesk } from "~/domain/tickets/get-ticket-for-desk.server";
import { database } from "~/platform/db.server";

const { arrive, arriveRaw } = mailScene();
const SUPPORT = queues.repairs.address;
const db = () => database().prisma;
const bytesOf = (sent: Sent) => Buffer.from(sent.shown!.bytes).toString("latin1");
const report = (...args: Parameters<typeof deliveryReport>) => arriveRaw(deliveryReport(...args), "", SUPPORT);
const outbound = (id: string) => db().outboundMail.findUniqueOrThrow({ where: { id } });
const shownBounces = () => db().event.findMany({ where: { type: "ticket.bounced" }, select: { data: true } });
const suppressed = async (number: number) => (await getTicketForDesk(castCtx("elena"), number)).suppressed;
const what = ({ state, messageCount, waitingSince, lastCustomerAt }: Awaited<ReturnType<typeof theTicket>>) => ({
  state,
  messageCount,
  waitingSince,
  lastCustomerAt,
});
beforeEach(() => db().event.deleteMany());

/** Giulia's ticket, and Elena's answer that has left for her. */
async function answerGiulia() {
  await arrive({ from: cast.giulia.email, to: SUPPORT, subject: "Leak", text: "The pump leaks since yesterday." });
  const { number } = await theTicket();
  await answerFromDesk("elena", number, "A new pump leaves today.");
  const sent = await lastSentTo(cast.giulia.email);
  expect(sent.template).toBe("reply");
  return { number, sent };
}

describe("a delivery report about an answer of ours", () => {
  test("that is final is shown on that answer, and the next writer sees that nothing goes there", async () => {
    const { number, sent } = await answerGiulia();
    const before = await theTicket();
    const mail = await report(bytesOf(sent), "hard", {});
    expect(mail).toMatchObject({ outcome: "bounce", threadId: before.id, entryId: before.messages[1]!.id });
    expect(await outbound(sent.id)).toMatchObject({ state: "bounced", status: "5.1.1", reason: "userunknown" });
    expect(await shownBounces()).toEqual([{ data: { outboundId: sent.id, hard: true, reason: "userunknown" } }]);
    expect(what(await theTicket())).toEqual(what(before));
    const { timeline } = await getTicketForDesk(castCtx("elena"), number);
    const shown = timeline.flatMap((item) => ("deliveries" in item ? item.deliveries : []));
    expect(shown).toMatchObject([{ state: "bounced", reason: "userunknown" }]);
    expect(await suppressed(number)).toMatchObject([{ address: cast.giulia.email, reason: "userunknown" }]);

    await answerFromDesk("elena", number, "Did you get my answer?");
    const next = await db().outboundMail.findFirstOrThrow({ orderBy: { id: "desc" }, where: { template: "reply" } });
    expect(next.id).not.toBe(sent.id);
    expect(next).toMatchObject({ state: "suppressed" });
    expect(await db().event.findFirst({ where: { type: "ticket.mail_suppressed" } })).toMatchObject({
      data: { reason: "userunknown" },
    });
  });

  test("that may pass is shown, and changes neither ticket nor address", async () => {
    const { number, sent } = await answerGiulia();
    const before = await theTicket();
    const full = { status: "4.2.2", said: "452 4.2.2 mailbox full" };
    await report(bytesOf(sent), "soft", { ...full, action: "delayed" });
    expect(await outbound(sent.id)).toMatchObject({ state: "sent", status: "4.2.2", reason: "mailboxfull" });
    expect(await shownBounces()).toEqual([{ data: { outboundId: sent.id, hard: false, reason: "mailboxfull" } }]);
    expect(what(await theTicket())).toEqual(what(before));
    expect(await suppressed(number)).toEqual([]);
    await answerFromDesk("elena", number, "Did you get my answer?");
    expect(await lastSentTo(cast.giulia.email)).not.toMatchObject({ id: sent.id });
  });

  test("with several recipients says of each mail what became of its own", async () => {
    const { number, sent } = await answerGiulia();
    const others = [
      { recipient: cast.hana.email },
      { recipient: cast.giulia.email, action: "delivered", status: "2.0.0", said: "250 2.0.0 OK" } as const,
    ];
    await report(bytesOf(sent), "several1", ...others);
    expect(await outbound(sent.id)).toMatchObject({ state: "sent" });
    expect(await db().suppression.count()).toBe(0);
    await report(
      bytesOf(sent),
      "several2",
      { recipient: cast.hana.email },
      { status: "5.1.6", said: "550 moved away" },
    );
    expect(await outbound(sent.id)).toMatchObject({ state: "bounced", status: "5.1.6" });
    expect((await suppressed(number)).map(({ address }) => address)).toEqual([cast.giulia.email]);
    expect(await db().suppression.count()).toBe(1);
  });

  test("and of a report opens nothing, and is answered by nobody", async () => {
    const { sent } = await answerGiulia();
    const first = deliveryReport(bytesOf(sent), "bounce1");
    await arriveRaw(first, "", SUPPORT);
    const before = { tickets: await db().ticket.count(), out: await db().outboundMail.count() };
    await report(first, "bounce2");
    expect({ tickets: await db().ticket.count(), out: await db().outboundMail.count() }).toEqual(before);
    expect((await theTicket()).messages.filter(({ side }) => side === "customer")).toHaveLength(1);
  });
});

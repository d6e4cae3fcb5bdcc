import { findChangedWords } from "~/domain/mail/templates/find-changed-words.server";
import { findOwnWords } from "~/domain/mail/templates/find-own-words.server";
import type { Ctx } from "~/platform/ctx.server";
import { type Answer, chooseAnswer } from "./choose-answer";
import { findOpening } from "./internal/queue-hours.server";
import { mailRequester, readRequesterFacts, type RequesterMail } from "./internal/requester-mail.server";

/**
 * Answers the words that opened a ticket: with what a mailroom rule says, else the address, else the queue's receipt, or
 * out of hours with the next opening. Only a customer's own words, never automatic mail nor what an agent or a program
 * opened, and not where the person has switched receipts off.
 */
export async function sendReceipt(ctx: Ctx, eventId: string): Promise<void> {
  const facts = await readRequesterFacts(ctx, eventId, "ticket.opened", "receipt");
  if (!facts) return;
  const { automatic, channel, answer } = facts.event.data;
  if (automatic || channel === "agent" || facts.side !== "customer") return;
  const opening = await findOpening(ctx, facts.hoursId, facts.event.at);
  const answers = chooseAnswer({
    ruled: answer ?? null,
    address: facts.answer ? { answer: facts.answer, textId: facts.answerTextId } : null,
    receipt: facts.receipt,
    previous: facts.previous,
    closed: opening !== null,
  });
  for (const one of answers) {
    const mail = await wordAnswer(ctx, one, facts.locale);
    if (mail) return mailRequester(ctx, eventId, facts, { ...mail, opening });
  }
}

/** Null when an own text is gone. */
async function wordAnswer(ctx: Ctx, answer: Answer, locale: string): Promise<RequesterMail | null> {
  if ("key" in answer)
    return { template: "receipt", kind: answer.key, words: await findChangedWords(ctx, answer.key, locale) };
  const words = await findOwnWords(ctx, answer.own, locale);
  return words && { template: "receipt", kind: "receipt", words };
}

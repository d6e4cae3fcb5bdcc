import { describe, expect, it } from "vitest";
import { recogniseAutomatic } from "./automatic";
import { parseHeaderBlock } from "./header-block";
import { MailHeaders } from "./mail-headers";

const recognise = (headers: string[], envelopeFrom?: string) =>
  recogniseAutomatic(new MailHeaders(parseHeaderBlock(`${headers.join("\n")}\n\n`).fields), envelopeFrom);

describe("recogniseAutomatic", () => {
  it.each([
    ["Auto-Submitted: auto-replied", "auto-submitted: auto-replied"],
    ["Auto-Submitted: (by us) auto-generated; owner-email=x@y", "auto-submitted: auto-generated"],
    ["Return-Path: <>", "null-return-path"],
    ["Precedence: bulk", "precedence: bulk"],
    ["Precedence: auto_reply", "precedence: auto_reply"],
    ["X-Auto-Response-Suppress: OOF, AutoReply", "x-auto-response-suppress: oof, autoreply"],
    ["X-Autoreply: yes", "x-autoreply: yes"],
    ["X-Autorespond: vacation", "x-autorespond: vacation"],
    ["List-Id: News <news.example.com>", "list-id: News <news.example.com>"],
    ["List-Unsubscribe: <mailto:x@y>", "list-unsubscribe: <mailto:x@y>"],
    ["From: Mail Delivery System <MAILER-DAEMON@mx.example.com>", "sender: mailer-daemon"],
    ["From: postmaster@example.com (Mail Delivery)", "sender: postmaster"],
    [
      "Content-Type: multipart/report; report-type=disposition-notification; boundary=x",
      "report: disposition-notification",
    ],
    ["X-Failed-Recipients: ann@example.com", "x-failed-recipients: ann@example.com"],
  ])("%s", (header, why) => {
    expect(recognise([header])).toEqual({ is: true, why });
  });

  it.each(["<>", ""])("null envelope sender %j", (sender) => {
    expect(recognise(["From: a@b.c"], sender).why).toBe("null-return-path");
  });

  it.each([
    ["Auto-Submitted: no"],
    ["From: noreply@shop.example"],
    ["Precedence: first-class"],
    ["X-Auto-Response-Suppress: DR, RN"],
    ["X-Autoreply: no"],
    ["Subject: Out of office chairs"],
    ["Subject: Re: Automatic reply: x", "In-Reply-To: <a@b>"],
    ["Feedback-ID: 1:x"],
    ["From: Ann <ann@example.com>", "Return-Path: <ann@example.com>"],
  ])("a person's mail: %s", (...headers) => {
    expect(recognise(headers)).toEqual({ is: false, why: null });
  });

  it.each([
    "Automatic reply: Ticket",
    "Risposta automatica: Ticket",
    "Răspuns automat: Ticket",
    "Автоответ: заявка",
    "Abwesenheitsnotiz: Ticket",
    "Réponse automatique : Ticket",
    "Respuesta automática: Ticket",
  ])("%s counts only as an answer", (subject) => {
    const raw = `Subject: =?utf-8?B?${Buffer.from(subject).toString("base64")}?=`;
    expect(recognise([raw]).is).toBe(false);
    expect(recognise([raw, "In-Reply-To: <a@b>"]).why).toMatch(/^vacation-subject: /);
  });
});

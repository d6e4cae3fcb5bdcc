import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isForwardSubject, readForwardedText, withoutForwardMarks } from "./forwarded-sender";

const WORDS = "Hello,\n\nthe pump leaks since Monday.\n\nGiulia";
const giulia = { name: "Giulia Marchetti", address: "giulia@marchetti.example" };
const GIULIA = "Giulia Marchetti <giulia@marchetti.example>";
const quoted = (text: string) => text.replace(/^/gm, "> ").replace(/ +$/gm, "");

const blocks: Record<string, string> = {
  "Gmail en": `---------- Forwarded message ---------\nFrom: ${GIULIA}\nDate: Fri, Nov 20, 2026 at 10:54 AM\nSubject: Pump\nTo: Sara Bianchi <sara@northwind.example>\n\n\n${WORDS}`,
  "Gmail it": `---------- Messaggio inoltrato ----------\nDa: *Giulia Marchetti* <giulia@marchetti.example>\nDate: ven 20 nov 2026 alle ore 10:54\nOggetto: Pump\nA: Sara Bianchi <sara@northwind.example>\n\n${WORDS}`,
  "Gmail ro": `---------- Mesaj redirecționat ----------\nDe la: ${GIULIA}\nDate: vin., 20 nov. 2026, 10:54\nSubiect: Pump\nCătre: Sara <sara@northwind.example>\n\n${WORDS}`,
  "Gmail ru": `---------- Пересылаемое сообщение ----------\nОт: ${GIULIA}\nДата: пт, 20 нояб. 2026 г. в 10:54\nТема: Pump\nКому: Sara <sara@northwind.example>\n\n${WORDS}`,
  "Gmail de": `---------- Weitergeleitete Nachricht ---------\nVon: ${GIULIA}\nDatum: Fr., 20. Nov. 2026 um 10:54 Uhr\nBetreff: Pump\nAn: Sara <sara@northwind.example>\n\n${WORDS}`,
  "Gmail fr": `---------- Message transféré ---------\nDe : ${GIULIA}\nDate: ven. 20 nov. 2026 à 10:54\nObjet : Pump\nÀ : Sara <sara@northwind.example>\n\n${WORDS}`,
  "Gmail es": `---------- Mensaje reenviado ---------\nDe: ${GIULIA}\nFecha: vie, 20 nov 2026 a las 10:54\nAsunto: Pump\nPara: Sara <sara@northwind.example>\n\n${WORDS}`,
  "Outlook en": `________________________________\nFrom: ${GIULIA}\nSent: Friday, November 20, 2026 10:54 AM\nTo: Sara Bianchi <sara@northwind.example>\nCc: Elena <elena@northwind.example>\nSubject: Pump\n\n${WORDS}`,
  "Outlook it": `Da: Giulia Marchetti [mailto:giulia@marchetti.example]\nInviato: venerdì 20 novembre 2026 10:54\nA: Sara Bianchi\nOggetto: Pump\n\n${WORDS}`,
  "Outlook ro": `De la: ${GIULIA}\nTrimis: vineri, 20 noiembrie 2026 10:54\nCătre: Sara\nSubiect: Pump\n\n${WORDS}`,
  "Outlook ru": `От: ${GIULIA}\nОтправлено: пятница, 20 ноября 2026 г. 10:54\nКому: Sara\nТема: Pump\n\n${WORDS}`,
  "Outlook de": `Von: Giulia Marchetti <giulia@marchetti.example<mailto:giulia@marchetti.example>>\nGesendet: Freitag, 20. November 2026 10:54\nAn: Sara\nBetreff: Pump\n\n${WORDS}`,
  "Outlook fr": `-----Message d'origine-----\nDe : ${GIULIA}\nEnvoyé : vendredi 20 novembre 2026 10:54\nÀ : Sara\nObjet : Pump\n\n${WORDS}`,
  "Outlook es": `De: ${GIULIA}\nEnviado: viernes, 20 de noviembre de 2026 10:54\nPara: Sara\nAsunto: Pump\n\n${WORDS}`,
  "Outlook with blank lines": `From: ${GIULIA}\n\nSent: Friday, November 20, 2026 10:54 AM\n\nTo: Sara\n\nSubject: Pump\n\n${WORDS}`,
  "Apple Mail en": `Begin forwarded message:\n\n${quoted(`From: ${GIULIA}\nSubject: Pump\nDate: 20 November 2026 at 10:54:00 CET\nTo: Sara <sara@northwind.example>\n\n${WORDS}`)}`,
  "Apple Mail it": `Inizio messaggio inoltrato:\n\n${quoted(`Da: "Giulia Marchetti" <giulia@marchetti.example>\nOggetto: Pump\nData: 20 novembre 2026 10:54:00 CET\nA: Sara <sara@northwind.example>\n\n${WORDS}`)}`,
  "Apple Mail de": `Anfang der weitergeleiteten Nachricht:\n\n*Von: *Giulia Marchetti <giulia@marchetti.example>\n*Betreff: Pump*\n*Datum: *20. November 2026 um 10:54:00 MEZ\n*An: *Sara <sara@northwind.example>\n\n${WORDS}`,
  "Thunderbird en": `-------- Forwarded Message --------\nSubject: \tPump\nDate: \tFri, 20 Nov 2026 10:54:00 +0100\nFrom: \t${GIULIA}\nTo: \tsara@northwind.example\n\n\n\n${WORDS}`,
  "Thunderbird it": `-------- Messaggio Inoltrato --------\nOggetto: \tPump\nData: \tFri, 20 Nov 2026 10:54:00 +0100\nMittente: \tx\nDa: \t${GIULIA}\nA: \tsara@northwind.example\n\n${WORDS}`,
  "Thunderbird ru": `-------- Перенаправленное сообщение --------\nТема: \tPump\nДата: \tFri, 20 Nov 2026 10:54:00 +0100\nОт: \t${GIULIA}\nКому: \tsara@northwind.example\n\n${WORDS}`,
  "Yandex ru": `-------- Пересылаемое сообщение --------\n20.11.2026, 10:54, "Giulia Marchetti" <giulia@marchetti.example>:\n\n${WORDS}\n\n-------- Завершение пересылаемого сообщения --------`,
  "Yandex en": `-------- Forwarded message --------\n20.11.2026, 10:54, "Giulia Marchetti" <giulia@marchetti.example>:\n\n${WORDS}\n\n-------- End of forwarded message --------`,
  "mail.ru": `-------- Пересылаемое сообщение --------\nОт: ${GIULIA}\nКому: sara@northwind.example\nДата: Пятница, 20 ноября 2026, 10:54 +03:00\nТема: Pump\n\n${WORDS}`,
};

describe("the block above a forwarded text", () => {
  test.each(Object.entries(blocks))("%s", (name, block) => {
    for (const comment of ["", "Elena, please look.\n\n"]) {
      const found = readForwardedText(`${comment}${block}`.replaceAll("\n", name.includes("Outlook") ? "\r\n" : "\n"));
      expect(found).toMatchObject({ from: giulia, text: WORDS, comment: comment.trim() });
      expect(found!.subject).toBe(name.startsWith("Yandex") ? "" : "Pump");
    }
  });

  test("an address alone, and one with another alphabet's domain", () => {
    const of = (from: string) => readForwardedText(`Fwd\n\nFrom: ${from}\nDate: x\nTo: y\nSubject: z\n\nwords`)?.from;
    expect(of("info@Shop.example")).toEqual({ address: "info@shop.example", name: "" });
    expect(of("Иван <ivan@пример.рф>")).toEqual({ address: "ivan@xn--e1afmkfd.xn--p1ai", name: "Иван" });
    expect(of("info@shop.example <info@shop.example>")).toEqual({ address: "info@shop.example", name: "" });
  });

  test.each([
    ["no block", "Please see the attachment."],
    ["a name without an address", "From: Giulia Marchetti\nSent: Friday\nTo: Sara\nSubject: Pump\n\nwords"],
    ["two labels of an order form", "From: a@b.example\nSubject: x\n\nwords"],
    [
      "a broken address",
      "---------- Forwarded message ---------\nFrom: giulia(at)marchetti\nDate: x\nSubject: y\n\nwords",
    ],
  ])("%s gives nothing", (_, text) => {
    expect(readForwardedText(text)).toBeNull();
  });

  test("of nested forwards the outer one counts", () => {
    const inner = blocks["Gmail en"]!.replaceAll("giulia@marchetti.example", "first@x.example");
    const outer = `---------- Forwarded message ---------\nFrom: ${GIULIA}\nDate: x\nSubject: Fwd: Pump\nTo: y\n\n${inner}`;
    const found = readForwardedText(outer);
    expect(found?.from).toEqual(giulia);
    expect(found?.text).toContain("first@x.example");
  });

  test("never throws, and is quick on anything", () => {
    const piece = fc.constantFrom(
      "From: ",
      "> ",
      "To: a@b.example, ",
      "\n",
      "Sent: x\n",
      "---------- Forwarded message ---------\n",
      "<",
      "@",
      "Da:",
      "x",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
        const found = readForwardedText(pieces.join(""));
        expect(found === null || found.from.address.includes("@")).toBe(true);
      }),
    );
    // Backtracking over a million characters would outlast the test.
    for (const part of ["> ", "From: a@b.example,\n", "To: x,\n ", "-".repeat(50) + "\n", "From:\n\n"])
      readForwardedText(part.repeat(200_000));
  });
});

test.each(["Fwd: x", "FW: x", "Fw: x", "I: x", "WG: x", "TR: x", "RV: x", "Пересл: x", "Re: Fwd: x", "fwd[2]: x"])(
  "%s is forwarded",
  (subject) => {
    expect(isForwardSubject(subject)).toBe(true);
    expect(withoutForwardMarks(subject)).toBe("x");
  },
);
test.each(["Re: x", "R: x", "AW: x", "Forward pump", "Invoice: x", "Trucks: x", ""])("%s is not", (subject) => {
  expect(isForwardSubject(subject)).toBe(false);
});

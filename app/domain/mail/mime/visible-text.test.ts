import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitReply } from "./visible-text";

const visible = (...lines: string[]) => splitReply(lines.join("\n")).visibleText;

describe("attribution lines", () => {
  it.each([
    ["Gmail en", "On Tue, Mar 5, 2024 at 10:00 AM Ann Lee <ann@example.com> wrote:"],
    ["Apple en", "On 5 Mar 2024, at 10:00, Ann Lee <ann@example.com> wrote:"],
    ["Thunderbird en", "On 05/03/2024 10:00, Ann Lee wrote:"],
    ["Zoho en", "---- On Tue, 05 Mar 2024 10:00:00 +0100 Ann <ann@example.com> wrote ----"],
    ["Missive en", "On March 5, 2024 at 10:00 AM, Ann Lee (ann@example.com) wrote:"],
    ["Gmail it", "Il giorno mar 5 mar 2024 alle ore 10:00 Anna Rossi <anna@example.it> ha scritto:"],
    ["Apple it", "Il giorno 5 mar 2024, alle ore 10:00, Anna Rossi <anna@example.it> ha scritto:"],
    ["Thunderbird it", "Il 05/03/2024 10:00, Anna Rossi ha scritto:"],
    ["Gmail ro", "În mar., 5 mar. 2024 la 10:00, Ana Pop <ana@example.ro> a scris:"],
    ["Yahoo ro", "Pe marți, 5 martie 2024, 10:00:00 EET, Ana Pop <ana@example.ro> a scris:"],
    ["Apple ro", "Pe 5 mar. 2024, la 10:00, Ana Pop <ana@example.ro> a scris:"],
    ["Gmail ru", "вт, 5 мар. 2024 г. в 10:00, Анна Петрова <anna@example.ru>:"],
    ["Thunderbird ru", "05.03.2024 10:00, Анна Петрова пишет:"],
    ["Yandex ru", '05.03.2024, 10:00, "Анна Петрова" <anna@example.ru>:'],
    ["mail.ru", "Вторник, 5 марта 2024, 10:00 +03:00 от Анна Петрова <anna@example.ru>:"],
    ["Apple ru", "5 марта 2024 г., в 10:00, Анна Петрова <anna@example.ru> написал(а):"],
    ["Gmail de", "Am Di., 5. März 2024 um 10:00 Uhr schrieb Anna Vogel <anna@example.de>:"],
    ["Thunderbird de", "Am 05.03.24 um 10:00 schrieb Anna Vogel:"],
    ["name first de", "Anna Vogel <anna@example.de> schrieb am Di., 5. März 2024, 10:00:"],
    ["Gmail fr", "Le mar. 5 mars 2024 à 10:00, Anne Petit <anne@example.fr> a écrit :"],
    ["Thunderbird fr", "Le 05/03/2024 à 10:00, Anne Petit a écrit\u00a0:"],
    ["Gmail es", "El mar, 5 mar 2024 a las 10:00, Ana Ruiz (<ana@example.es>) escribió:"],
    ["Apple es", "El 5 mar 2024, a las 10:00, Ana Ruiz <ana@example.es> escribió:"],
    ["Gmail pt", "Em ter., 5 de mar. de 2024 às 10:00, Ana Luz <ana@example.pt> escreveu:"],
    ["Gmail nl", "Op di 5 mrt 2024 om 10:00 schreef Anna Vos <anna@example.nl>:"],
    ["Gmail pl", "wt., 5 mar 2024 o 10:00 Anna Nowak <anna@example.pl> napisał(a):"],
    ["Gmail fi", "ti 5. maalisk. 2024 klo 10.00 Anna Laine (anna@example.fi) kirjoitti:"],
    ["Gmail sv", "Den tis 5 mars 2024 kl 10:00 skrev Anna Berg <anna@example.se>:"],
    ["Gmail da", "Den tir. 5. mar. 2024 kl. 10.00 skrev Anna Holm <anna@example.dk>:"],
    ["Gmail no", "tir. 5. mars 2024 kl. 10:00 skrev Anna Dahl <anna@example.no>:"],
    ["Gmail cs", "út 5. 3. 2024 v 10:00 odesílatel Anna Malá <anna@example.cz> napsal:"],
    ["Gmail ja", "2024年3月5日(火) 10:00 Anna <anna@example.jp>:"],
    ["Gmail zh", "Anna <anna@example.cn> 于2024年3月5日周二 10:00写道："],
    ["Apple zh", "在 2024年3月5日，10:00，Anna <anna@example.cn> 写道："],
  ])("%s folds what follows, with and without >", (_, line) => {
    expect(visible("Grazie!", "", line, "", "> old", "> words")).toBe("Grazie!");
    expect(visible("Grazie!", "", line, "", "old", "words")).toBe("Grazie!");
  });

  it("reads attributions over several lines", () => {
    expect(
      visible("Thanks", "", "On Tue, Mar 5, 2024 at 10:00 AM Ann Lee <", "ann@example.com> wrote:", "", "old"),
    ).toBe("Thanks");
    expect(
      visible("Ok", "", "Il giorno mar 5 mar 2024 alle ore 10:00 Anna Rossi", "<anna@example.it> ha scritto:", "> x"),
    ).toBe("Ok");
    expect(visible("Danke", "", "Am 05.03.2024 um", "10:00 schrieb Anna Vogel", "<anna@example.de>:", "", "alt")).toBe(
      "Danke",
    );
  });

  it("does not take the line above with it", () => {
    expect(visible("Please see below", "On Tue, 5 Mar 2024 10:00, Ann <a@example.com> wrote:", "> x")).toBe(
      "Please see below",
    );
  });

  it("takes a bare name only above a quote", () => {
    expect(visible("Yes", "", "Ann Lee wrote:", "> can you?")).toBe("Yes");
    expect(visible("My colleague wrote:", "the printer is broken")).toBe("My colleague wrote:\nthe printer is broken");
  });

  it.each([
    "On Thursday:",
    "On page 5 of the manual the author wrote:",
    "One question:",
    "Il problema del 5 marzo è questo:",
    "See https://example.com/2024/on-1-may-ann-wrote:",
    "Am Montag um 10:00 war alles gut:",
    "Le 5 mars 2024 nous avons reçu la facture suivante :",
    "В 10:00 всё работало, потом появилась ошибка:",
  ])("leaves prose alone: %s", (line) => {
    expect(visible("Hello", line, "it is broken", "and slow")).toBe(`Hello\n${line}\nit is broken\nand slow`);
  });
});

describe("header blocks and markers", () => {
  it.each([
    [
      "en",
      "From: Ann Lee <ann@example.com>",
      "Sent: Tuesday, March 5, 2024 10:00",
      "To: Support",
      "Subject: RE: Printer",
    ],
    [
      "it",
      "Da: Anna Rossi <anna@example.it>",
      "Inviato: martedì 5 marzo 2024 10:00",
      "A: Assistenza",
      "Oggetto: R: Stampante",
    ],
    [
      "ro",
      "De la: Ana Pop <ana@example.ro>",
      "Trimis: marți, 5 martie 2024 10:00",
      "Către: Suport",
      "Subiect: RE: Imprimantă",
    ],
    [
      "ru",
      "От: Анна Петрова <anna@example.ru>",
      "Отправлено: вторник, 5 марта 2024 г. 10:00",
      "Кому: Поддержка",
      "Тема: RE: Принтер",
    ],
    ["de", "Von: Anna Vogel", "Gesendet: Dienstag, 5. März 2024 10:00", "An: Support", "Betreff: AW: Drucker"],
    ["fr", "De : Anne Petit", "Envoyé : mardi 5 mars 2024 10:00", "À : Support", "Objet : RE: Imprimante"],
    [
      "es",
      "De: Ana Ruiz <ana@example.es>",
      "Enviado el: martes, 5 de marzo de 2024 10:00",
      "Para: Soporte",
      "Asunto: RE: Impresora",
    ],
    [
      "pt",
      "De: Ana Luz <ana@example.pt>",
      "Enviado: terça-feira, 5 de março de 2024 10:00",
      "Para: Suporte",
      "Assunto: RE: Impressora",
    ],
    [
      "nl",
      "Van: Anna Vos <anna@example.nl>",
      "Verzonden: dinsdag 5 maart 2024 10:00",
      "Aan: Support",
      "Onderwerp: RE: Printer",
    ],
    [
      "pl",
      "Od: Anna Nowak <anna@example.pl>",
      "Wysłano: wtorek, 5 marca 2024 10:00",
      "Do: Pomoc",
      "Temat: RE: Drukarka",
    ],
    ["bold", "*From:* Ann <ann@example.com>", "*Date:* Tuesday, 5 March 2024", "*To:* Support", "*Subject:* Re: x"],
    ["zh", "发件人: Anna <anna@example.cn>", "发送时间: 2024年3月5日 10:00", "收件人: 支持", "主题: 打印机"],
  ])("%s", (_, ...block) => {
    expect(visible("Done.", "", ...block, "", "old words")).toBe("Done.");
    expect(visible("Done.", "", "________________________________", ...block, "", "old words")).toBe("Done.");
  });

  it("keeps a question that only looks like headers", () => {
    const lines = ["Please book:", "From: Rome", "To: Milan", "Date: 3 May", "for two persons"];
    expect(visible(...lines)).toBe(lines.join("\n"));
  });

  it.each([
    "-----Original Message-----",
    "----- Messaggio originale -----",
    "-----Mesaj original-----",
    "-------- Исходное сообщение --------",
    "-----Ursprüngliche Nachricht-----",
    "-------- Message d'origine --------",
    "-----Mensaje original-----",
    "------------------ 原始邮件 ------------------",
  ])("%s", (line) => expect(visible("Sì", "", line, "da prima")).toBe("Sì"));

  it.each([
    "---------- Forwarded message ---------",
    "Begin forwarded message:",
    "---------- Messaggio inoltrato ----------",
    "-------- Пересылаемое сообщение --------",
    "-------- Weitergeleitete Nachricht --------",
    "---------- Message transféré ----------",
    "---------- Mesaj redirecționat ----------",
  ])("keeps a forward whole: %s", (line) => {
    const lines = [
      "See this",
      "",
      line,
      "From: Ann <ann@example.com>",
      "Subject: x",
      "",
      "> the matter",
      "Regards,",
      "Ann",
    ];
    expect(visible(...lines)).toBe(lines.join("\n"));
  });

  it("keeps a forward that has nothing above its headers", () => {
    const lines = [
      "From: Ann <ann@example.com>",
      "Sent: Tuesday",
      "To: Support",
      "Subject: Printer",
      "",
      "It is broken",
    ];
    expect(visible(...lines)).toBe(lines.join("\n"));
  });
});

describe("answers between quotes", () => {
  it("stay visible", () => {
    const { visibleText, quotedText } = splitReply("On 5 Mar 2024, Ann <a@b.c> wrote:\n> A?\n\nYes.\n\n> B?\nNo.\n");
    expect(visibleText).toBe("Yes.\nNo.");
    expect(quotedText).toContain("> A?");
    expect(quotedText).toContain("> B?");
  });

  it("keep the paragraph where a quote with its header stood", () => {
    expect(visible("One", "", "On 5 Mar 2024, Ann <a@b.c> wrote:", "> A?", "", "Two")).toBe("One\n\nTwo");
  });
});

describe("signatures", () => {
  it.each([
    "-- ",
    "--",
    "____",
    "Best regards,",
    "Kind regards",
    "Cheers,",
    "Cordiali saluti",
    "Distinti saluti,",
    "Cu stimă,",
    "Cu respect",
    "С уважением,",
    "С уважением, Анна Петрова",
    "Mit freundlichen Grüßen",
    "Viele Grüße",
    "MfG",
    "Cordialement,",
    "Bien cordialement",
    "Saludos cordiales,",
    "Atentamente,",
    "Met vriendelijke groet,",
    "Pozdrawiam",
    "Med vänliga hälsningar",
    "Sent from my iPhone",
    "Get Outlook for iOS<https://example.com/o>",
    "Inviato da iPhone",
    "Trimis de pe telefonul meu",
    "Отправлено с iPhone",
    "Von meinem iPhone gesendet",
    "Gesendet mit der GMX Mail App",
    "Envoyé de mon iPhone",
    "Enviado desde mi iPhone",
    "iPhoneから送信",
  ])("%s", (line) => {
    expect(visible("It works now.", "", line, "Ann Lee", "+39 055 123")).toBe("It works now.");
  });

  it("keeps a postscript", () => {
    expect(visible("Done.", "", "Regards,", "Ann", "", "P.S. The other printer too")).toBe(
      "Done.\n\nP.S. The other printer too",
    );
  });

  it("keeps everything when nothing stands above", () => {
    expect(visible("--", "text")).toBe("--\ntext");
    expect(visible("Saluti a tutti, ho un problema")).toBe("Saluti a tutti, ho un problema");
    expect(visible("Regarding the invoice", "I have a question")).toBe("Regarding the invoice\nI have a question");
  });

  it("leaves tables and long rules", () => {
    const lines = ["Item   Price", "--------------------", "Paper  10"];
    expect(visible(...lines)).toBe(lines.join("\n"));
  });

  it("folds a mailing list's footer", () => {
    expect(
      visible(
        "Yes",
        "",
        "_______________________________________________",
        "Users mailing list",
        "users@lists.example.org",
      ),
    ).toBe("Yes");
  });
});

describe("any text", () => {
  it("loses no word", () => {
    const line = fc.oneof(
      fc.constantFrom(
        "",
        "> q",
        ">> q",
        "--",
        "Regards,",
        "On 5 Mar 2024 Ann <a@b.c> wrote:",
        "From: a@b.c",
        "Subject: x",
        "-----Original Message-----",
        "P.S. y",
        "----------",
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join("\n");
        const { visibleText, quotedText } = splitReply(text);
        const words = (value: string) => value.split(/\s+/).filter(Boolean).sort();
        expect(words(`${visibleText}\n${quotedText}`)).toEqual(words(text));
      }),
    );
  });

  it.each([
    ["quotes", "> x\n", 2_500_000],
    ["attributions", "On Mon, 1 Jan 2024 at 10:00 a b c\n", 300_000],
    ["labels", "From: a@b\n", 1_000_000],
    ["colons", "aaa bbb:\n", 500_000],
    ["blank lines", "\n", 5_000_000],
    ["one line", "a ", 5_000_000],
  ])("is linear: %s", (_, piece, times) => {
    // A quadratic step would not end within the runner's time for a test.
    const { visibleText, quotedText } = splitReply(piece.repeat(times));
    expect(visibleText.length + quotedText.length).toBeLessThanOrEqual(piece.length * times + 2);
  });
});

const fixtures = fileURLToPath(new URL("../../../../../shared/fixtures/mail/reply/", import.meta.url));

describe.runIf(existsSync(fixtures))("outside replies", () => {
  it("agree with another good parser on 95 of 100", () => {
    const expected = Object.entries(
      JSON.parse(readFileSync(`${fixtures}expected.json`, "utf8")) as Record<string, string>,
    );
    const same = expected.filter(
      ([file, text]) => splitReply(readFileSync(fixtures + file, "utf8")).visibleText.trim() === text.trim(),
    );
    expect(same.length / expected.length).toBeGreaterThanOrEqual(0.95);
  });
});

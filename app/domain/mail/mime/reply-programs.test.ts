import { describe, expect, it } from "vitest";
import { splitReply } from "./visible-text";

const visible = (...lines: string[]) => splitReply(lines.join("\n")).visibleText;

describe("how programs begin a quote", () => {
  it.each([
    ["Gmail it", "Il mar 5 mar 2024, 10:00 Anna Rossi <anna@example.it> ha scritto:"],
    ["Gmail ro", "mar., 5 mar. 2024, 10:00 Ana Pop <ana@example.ro> a scris:"],
    ["Thunderbird ro", "Pe 05.03.2024 10:00, Ana Pop a scris:"],
    ["Gmail ru, older", "5 марта 2024 г., 10:00 пользователь Анна Петрова <anna@example.ru> написал:"],
    ["Gmail ru, with a weekday", "вт, 5 мар. 2024 г., 10:00 Анна Петрова <anna@example.ru>:"],
    ["Yandex on a phone", "05.03.2024, 10:00, Анна Петрова <anna@example.ru>:"],
    ["Yandex, date behind", "Анна Петрова <anna@example.ru> писал(а) 5 марта 2024 г. в 10:00:"],
    ["mail.ru, newer", "Вторник, 5 марта 2024 г., 10:00 +03:00 от Анна Петрова <anna@example.ru>:"],
    ["mail.ru on a phone", "вторник, 5 марта 2024г., 10:00 +03:00 от Анна Петрова anna@example.ru:"],
    ["Apple de", "Am 05.03.2024 um 10:00 schrieb Anna Vogel <anna@example.de>:"],
    ["Apple fr", "Le 5 mars 2024 à 10:00, Anne Petit <anne@example.fr> a écrit :"],
    ["Thunderbird es", "El 05/03/2024 a las 10:00, Ana Ruiz escribió:"],
    ["Gmail es, newer", "El mar, 5 mar 2024, 10:00, Ana Ruiz <ana@example.es> escribió:"],
  ])("%s", (_, line) => {
    expect(visible("Grazie!", "", line, "", "> old", "> words")).toBe("Grazie!");
    expect(visible("Grazie!", "", line, "", "old", "words")).toBe("Grazie!");
  });

  it.each([
    ["en", ["From: Ann Lee <ann@example.com>", "Sent: Tuesday, 5 March 2024 10:00", "To: Support", "Subject: Pump"]],
    [
      "it",
      ["Da: Anna Rossi <anna@example.it>", "Inviato: martedì 5 marzo 2024 10:00", "A: Assistenza", "Oggetto: Pompa"],
    ],
    [
      "ro",
      ["De la: Ana Pop <ana@example.ro>", "Trimis: marți, 5 martie 2024 10:00", "Către: Suport", "Subiect: Pompă"],
    ],
    [
      "ru",
      ["От: Анна Петрова <anna@example.ru>", "Отправлено: 5 марта 2024 г. 10:00", "Кому: Поддержка", "Тема: Насос"],
    ],
    [
      "de",
      ["Von: Anna Vogel <anna@example.de>", "Gesendet: Dienstag, 5. März 2024 10:00", "An: Support", "Betreff: Pumpe"],
    ],
    ["fr", ["De : Anne Petit <anne@example.fr>", "Envoyé : mardi 5 mars 2024 10:00", "À : Support", "Objet : Pompe"]],
    [
      "es",
      ["De: Ana Ruiz <ana@example.es>", "Enviado: martes, 5 de marzo de 2024 10:00", "Para: Soporte", "Asunto: Bomba"],
    ],
  ])("Outlook %s", (_, block) => {
    expect(visible("Ok.", "", ...block, "", "old words")).toBe("Ok.");
    expect(visible("Ok.", "", "________________________________", ...block, "", "old words")).toBe("Ok.");
    const bold = block.map((line) => line.replace(/^([^:]+:)/, "*$1*"));
    expect(visible("Ok.", "", ...bold, "", "old words")).toBe("Ok.");
  });
});

describe("what phones and programs add below", () => {
  it.each([
    "Sent from my iPhone",
    "Get Outlook for Android",
    "Inviato da iPhone",
    "Inviato dal mio dispositivo Android",
    "Ottieni Outlook per iOS",
    "Trimis de pe iPhone-ul meu",
    "Obțineți Outlook pentru Android",
    "Отправлено с iPhone",
    "Отправлено из мобильной Яндекс Почты",
    "Отправлено из Почты Mail.ru",
    "Отправлено из Mail для Windows",
    "Von meinem iPhone gesendet",
    "Gesendet von Outlook für Android",
    "Envoyé de mon iPhone",
    "Obtenir Outlook pour iOS",
    "Enviado desde mi iPhone",
    "Obtener Outlook para Android",
  ])("%s", (line) => {
    expect(visible("Va bene.", "", line)).toBe("Va bene.");
  });
});

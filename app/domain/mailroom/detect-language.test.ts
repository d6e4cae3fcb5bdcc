import { expect, test } from "vitest";
import { detectLanguage } from "./detect-language";

test.each([
  ["en", "Hello, my printer has not worked since yesterday. Could you please help me?"],
  ["it", "Buongiorno, la stampante non funziona da ieri, potete aiutarmi? Grazie"],
  ["ro", "Bună ziua, imprimanta nu funcționează de ieri. Vă rog să mă ajutați."],
  ["ro", "Buna ziua, imprimanta nu functioneaza de ieri, va multumesc"],
  ["ru", "Здравствуйте, принтер не работает со вчерашнего дня"],
])("%s: %s", (language, text) => expect(detectLanguage(text)).toBe(language));

test.each([
  "ok",
  "",
  "12345 67890 https://example.com/a/very/long/path someone@example.com",
  "Guten Tag, der Drucker geht seit gestern nicht mehr. Können Sie helfen?",
  "Добрий день, принтер не працює з учора, допоможіть будь ласка",
  "El pedido no ha llegado todavía y necesito una respuesta hoy",
])("leaves it to the queue: %s", (text) => expect(detectLanguage(text)).toBeNull());

test.each(["a", "@", "a@", "https:", " "])(
  "a word as long as the mail is read no further than its beginning: %j",
  (unit) => {
    const since = performance.now();
    expect(detectLanguage(unit.repeat(5_000_000 / unit.length))).toBeNull();
    expect(performance.now() - since).toBeLessThan(2_000);
  },
);

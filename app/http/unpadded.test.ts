import { Writable } from "node:stream";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, test } from "vitest";
import { unpadded } from "./unpadded";

/** What React sends for an element, piece by piece. */
const sent = (element: React.ReactElement) =>
  new Promise<Buffer[]>((resolve, reject) => {
    const chunks: Buffer[] = [];
    const { pipe } = renderToPipeableStream(element, {
      onError: reject,
      onAllReady: () =>
        pipe(
          new Writable({
            write(chunk: Buffer, _encoding, done) {
              chunks.push(chunk);
              done();
            },
            final(done) {
              resolve(chunks);
              done();
            },
          }),
        ),
    });
  });

test.each([0, 1, 2, 3])("a page of letters of several bytes has no zeros in it, %i bytes on", async (shift) => {
  const words = Array.from({ length: 300 }, (_, i) => createElement("b", { key: i, title: "Поиск € 😀" }, "по"));
  const page = createElement("div", { title: "x".repeat(shift) }, words);
  const chunks = await sent(page);
  expect(chunks.length).toBeGreaterThan(2);
  const html = Buffer.concat(chunks.map(unpadded)).toString();
  expect(html).not.toMatch(/[\0�]/);
  expect(html.match(/<b title="Поиск € 😀">по<\/b>/g)).toHaveLength(300);
});

test("zeros within a piece, and what has none, stay", () => {
  expect([...unpadded(Uint8Array.of(0, 1, 0, 2, 0, 0))]).toEqual([0, 1, 0, 2]);
  expect(unpadded(new Uint8Array(3))).toHaveLength(0);
});

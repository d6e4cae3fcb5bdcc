import { describe, expect, it } from "vitest";
import { fileType, isSafeImage } from "./file-type";

const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const bytes = (text: string) => Buffer.from(text, "latin1");

describe("fileType", () => {
  it.each([
    [png, "text/html", "image/png"],
    [Buffer.from("ffd8ffe000104a46", "hex"), "", "image/jpeg"],
    [bytes("GIF89a......"), "image/png", "image/gif"],
    [bytes("RIFF\x24\0\0\0WEBPVP8 "), "", "image/webp"],
    [bytes("\0\0\0\x1cftypavif\0\0\0\0mif1"), "", "image/avif"],
    [bytes("%PDF-1.7\n"), "application/x-download", "application/pdf"],
    [bytes("<script>1</script>"), "text/html", "application/octet-stream"],
    [bytes("<svg onload=1>"), "image/svg+xml", "application/octet-stream"],
    [bytes("<html>"), "application/xhtml+xml", "application/octet-stream"],
    [bytes("<script>"), "image/png", "application/octet-stream"],
    [bytes("<script>"), "application/pdf", "application/octet-stream"],
    [bytes("a;b"), "Text/CSV; charset=utf-8", "text/csv"],
    [bytes("x"), "nonsense\r\nSet-Cookie: a=b", "application/octet-stream"],
    [bytes(""), "", "application/octet-stream"],
  ])("%# gives %s", (content, claimed, type) => expect(fileType(content, claimed)).toBe(type));

  it("shows only what no browser can run", () => {
    expect(isSafeImage("image/png")).toBe(true);
    expect(isSafeImage("image/svg+xml")).toBe(false);
  });
});

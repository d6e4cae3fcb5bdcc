import fs from "node:fs";
import path from "node:path";
import express from "express";
import { root } from "./root.mjs";

const client = path.join(root, "build/client");
const YEAR = 31_536_000_000;

/** What browsers say they read, best first, and the ending of the copy that the build laid beside the file. */
const ENCODINGS = [
  ["br", "br"],
  ["gzip", "gz"],
];

/** /assets carry a hash in their name: kept for ever, sent compressed from the copy that the build laid beside them.
 * @returns {import("express").RequestHandler} */
export function serveAssets() {
  const folder = path.join(client, "assets");
  const compressed = new Set(fs.readdirSync(folder).filter((name) => /\.(gz|br)$/.test(name)));
  // A name that never changes its content needs no validators.
  const send = express.static(folder, {
    immutable: true,
    maxAge: YEAR,
    index: false,
    redirect: false,
    etag: false,
    lastModified: false,
    acceptRanges: false,
  });
  return (request, response, next) => {
    const name = request.path.slice(1);
    response.vary("Accept-Encoding");
    const wanted = ENCODINGS.find(
      ([encoding = "", ending]) => compressed.has(`${name}.${ending}`) && request.acceptsEncodings(encoding),
    );
    if (wanted) {
      response.type(path.extname(name)).set("Content-Encoding", wanted[0]);
      request.url = `/${name}.${wanted[1]}`;
    }
    response.set("X-Content-Type-Options", "nosniff");
    send(request, response, (error) => {
      if (error) return next(error);
      // Another process, a moment newer, may have it: no cache keeps that it is missing here.
      response.status(404).set("Cache-Control", "no-store").type("text/plain").send("Not found\n");
    });
  };
}

/** The files of public/. The list is read once, so that no other request costs a look at the disk.
 * @returns {import("express").RequestHandler} */
export function servePublicFiles() {
  const names = fs.readdirSync(client, { recursive: true, encoding: "utf8" });
  const known = new Set(names.filter((name) => !/^(assets|\.vite)\b/.test(name)).map((name) => `/${name}`));
  const send = express.static(client, { maxAge: "1h", index: false, redirect: false });
  return (request, response, next) => {
    if (!known.has(request.path)) return next();
    response.set("X-Content-Type-Options", "nosniff");
    send(request, response, next);
  };
}

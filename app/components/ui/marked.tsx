import { Fragment } from "react";
import type { MarkedText } from "./suggestions";

/** A found text with what matches marked. */
export function Marked({ text }: { text: MarkedText }) {
  return (
    <>
      {text.map((piece, at) =>
        piece.match ? <mark key={at}>{piece.text}</mark> : <Fragment key={at}>{piece.text}</Fragment>,
      )}
    </>
  );
}

const [START, END] = ["\u2068", "\u2069"];
const STRETCHES = new RegExp(`${START}(.*?)${END}`, "su");

/** A name put into a sentence so that `Marked` sets it apart (Unicode's isolates keep the order of the words round it). */
export const marked = (name: string): string => `${START}${name}${END}`;

/** A sentence with its marked names in bold. */
export function Marked({ children }: { children: string }) {
  return children
    .split(STRETCHES)
    .map((text, index) => (index % 2 ? <b key={index}>{<bdi>{text}</bdi>}</b> : <span key={index}>{text}</span>));
}

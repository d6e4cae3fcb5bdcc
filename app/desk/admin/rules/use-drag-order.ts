import { type RefObject, useEffect, useState } from "react";

type Dragging = { from: number; over: number };

/**
 * Lets a list's draggable items be dropped in another's place, with the browser's own drag and drop: `onDrop` hears both
 * places, 0 the first. Says what is being dragged over what; null when nothing is.
 */
export function useDragOrder(
  list: RefObject<HTMLOListElement>,
  onDrop: (from: number, to: number) => void,
): Dragging | null {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    let from = -1;
    const placeOf = (event: Event) =>
      Array.from(element.children).findIndex((item) => item.contains(event.target as Node));
    const listeners: [string, (event: DragEvent) => void][] = [
      [
        "dragstart",
        (event) => {
          from = placeOf(event);
          event.dataTransfer?.setData("text/plain", "");
          setDragging({ from, over: from });
        },
      ],
      [
        "dragover",
        (event) => {
          const over = placeOf(event);
          if (from === -1 || over === -1) return;
          event.preventDefault();
          setDragging((now) => (now?.over === over ? now : { from, over }));
        },
      ],
      [
        "drop",
        (event) => {
          event.preventDefault();
          const to = placeOf(event);
          if (from !== -1 && to !== -1 && to !== from) onDrop(from, to);
        },
      ],
      [
        "dragend",
        () => {
          from = -1;
          setDragging(null);
        },
      ],
    ];
    for (const [name, listen] of listeners) element.addEventListener(name, listen as EventListener);
    return () => {
      for (const [name, listen] of listeners) element.removeEventListener(name, listen as EventListener);
    };
  }, [list, onDrop]);
  return dragging;
}

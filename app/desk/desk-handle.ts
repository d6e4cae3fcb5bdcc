/** How a desk page fills the frame: columns shown, and which of list and main a phone shows. */
export type DeskHandle = { desk: { cols: 2 | 3 | 4; pane: "list" | "main" } };

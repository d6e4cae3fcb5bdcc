import "./suggestions.css";

// The list's looks and what it does, in one piece that waits for both.
export { attachSuggestions } from "./attach-suggestions";

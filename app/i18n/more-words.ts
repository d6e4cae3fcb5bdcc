import { loadMoreStrings } from "./browser-strings";

// The build puts this module before every portal screen but the first page: a screen is not drawn before its words.
if (typeof document !== "undefined") await loadMoreStrings();

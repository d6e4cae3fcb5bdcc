import { PortalSearch } from "../frame";

/** The large search field on top of the help centre's pages. */
export const HelpSearch = () => <PortalSearch big />;

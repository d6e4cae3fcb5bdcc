/** The `rule` of a message that its agent sent from the own mail program, and that came by the private filing address. */
export const OWN_PROGRAM = "own_program";

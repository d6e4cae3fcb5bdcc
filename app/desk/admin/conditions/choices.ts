/** What a `choice` or `calendar` fact offers, by fact. */
export type ConditionChoices = Readonly<Record<string, readonly { value: string; label: string }[]>>;

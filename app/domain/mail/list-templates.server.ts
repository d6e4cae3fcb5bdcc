/** Names of all mail templates. */
export async function listTemplates(): Promise<string[]> {
  return (await import("#emails/render-mail")).templateNames;
}

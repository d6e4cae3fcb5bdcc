/** A webhook's receiver answered something else than 2xx. */
export class WebhookRefused extends Error {
  override name = "WebhookRefused";

  constructor(readonly status: number) {
    super(`the webhook's receiver answered ${status}`);
  }
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Policy } from "~/http/route.server";

type Act = ((args: LoaderFunctionArgs) => Promise<unknown>) & { policy: Policy };
type WithInit = { data: unknown; init: ResponseInit | null };

/** An action that a script asks by fetch, outside of Remix: values and refusals leave as JSON, refusals with their status. */
export const asJson = (act: Act) =>
  Object.assign(
    async (args: LoaderFunctionArgs): Promise<Response> => {
      const answer = await act(args);
      if (answer instanceof Response) return answer;
      return hasInit(answer) ? Response.json(answer.data, answer.init ?? {}) : Response.json(answer);
    },
    { policy: act.policy },
  );

const hasInit = (value: unknown): value is WithInit =>
  typeof value === "object" && value !== null && "init" in value && "data" in value;

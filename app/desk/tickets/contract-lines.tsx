import { Chip } from "~/components/ui/chip";
import { KeyValue } from "~/components/ui/key-value";
import { Meter } from "~/components/ui/meter";
import { leftOf } from "~/domain/sla/contract-state";
import type { TicketContract, TicketTime } from "~/domain/tickets/log-time-views";
import { paths } from "~/http/paths";
import { formatInstant } from "~/i18n/format";
import { TimeText } from "~/i18n/time-text";
import { useI18n } from "~/i18n/use-t";
import { CONTRACT_TONES } from "./contract-tones";
import { spentWords } from "./time-words";

type Props = { number: number; time: Pick<TicketTime, "asset" | "contract">; mayChange: boolean };

/** The product a ticket is about, its contract and what is left of it. */
export function ContractLines({ number, time: { asset, contract }, mayChange }: Props) {
  const { t } = useI18n();
  return (
    <section>
      <div className="hd">
        <h2>{t("contracts:ticket.title")}</h2>
        {mayChange ? (
          <a href={paths.desk.ticketPart(number, "edit#contract")} className="xs">
            {t("contracts:ticket.change")}
          </a>
        ) : null}
      </div>
      <KeyValue
        items={[
          asset && {
            label: t("contracts:asset"),
            value: (
              <>
                <bdi>{asset.name}</bdi>
                {asset.serial ? <span className="muted xs block wrap-anywhere">{asset.serial}</span> : null}
              </>
            ),
          },
          {
            label: t("contracts:contract"),
            value: contract?.covers ? (
              <>
                <bdi>{contract.number}</bdi>{" "}
                <Chip tone={CONTRACT_TONES[contract.state]}>{t(`contracts:state.${contract.state}`)}</Chip>
                <span className="muted xs block wrap-anywhere">{contract.name}</span>
              </>
            ) : (
              t("contracts:ticket.none")
            ),
          },
          contract?.covers && contract.policy && contract.state !== "ended"
            ? { label: t("contracts:ticket.policy"), value: contract.policy }
            : null,
          contract?.covers && contract.state !== "ended"
            ? {
                label: t("contracts:field.until"),
                value: <TimeText at={lastMoment(contract)} style="date" />,
                num: true,
              }
            : null,
        ]}
      />
      {contract ? <WhatIsLeft contract={contract} /> : null}
    </section>
  );
}

/** The period is half-open: its last moment falls on its last day. */
const lastMoment = ({ endsAt }: TicketContract) => new Date(new Date(endsAt).getTime() - 1);

function WhatIsLeft({ contract }: { contract: TicketContract }) {
  const { t, locale, timeZone } = useI18n();
  const { number, state, unit, entitled, used } = contract;
  if (state === "ended") {
    const date = formatInstant(lastMoment(contract), "date", locale, timeZone);
    return (
      <p className="why" suppressHydrationWarning>
        {t("contracts:ticket.ended", { number, date })}
      </p>
    );
  }
  const left = leftOf({ unit, entitled, used });
  if (left === null) return null;
  const amount = (value: number) =>
    unit === "hours" ? spentWords(value, locale) : t("contracts:tickets", { count: value });
  const text =
    left < 0
      ? t("contracts:overdrawn", { amount: amount(-left) })
      : t("contracts:left", { left: amount(left), of: unit === "hours" ? amount(entitled) : entitled });
  return (
    <div className="sla mt-2">
      <div>
        <div className="l xs">
          <span>{text}</span>
        </div>
        <Meter
          value={Math.max(0, left)}
          max={entitled}
          tone={left <= 0 ? "danger" : 5 * left <= entitled ? "warn" : "ok"}
        />
      </div>
      {left <= 0 ? <p className="why">{t("contracts:ticket.empty")}</p> : null}
    </div>
  );
}

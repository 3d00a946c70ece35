/** What the doctor says of notices to staff that nobody has got. */
import { type App } from "../../shared/ports/app.ts";
import { unheardNotices } from "../../shared/stores/notices.ts";

const MOST_LISTED = 20;

const CURE =
  "Call those producers now (npm run -s export -- leads lists them with kind call), then see that the office is bound (npm run invite -- office) and its producers are (npm run invite -- producer ID)";

/** Undefined where all were heard. */
export async function unheardProblem({ table }: App): Promise<string | undefined> {
  const unheard = await Array.fromAsync(unheardNotices(table));
  if (unheard.length === 0) return undefined;
  const parcels = unheard.map(({ about, parcel }) => `${parcel} (${about})`);
  const more = parcels.length > MOST_LISTED ? ` and ${parcels.length - MOST_LISTED} more` : "";
  return `${unheard.length} have reached nobody, neither the producer nor the office: ${parcels.slice(0, MOST_LISTED).join(", ")}${more}. ${CURE}`;
}

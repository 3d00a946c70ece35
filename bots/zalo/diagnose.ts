/** What is wrong with the account, each with its cure. */
import { isZaloError, type Account, type ZaloClient } from "zalo-sdk-nodejs";
import { type ChannelSettings } from "../../shared/ports/channel.ts";

/** [] when it works. `now`: milliseconds since 1970. */
export async function diagnose(zalo: ZaloClient, settings: ChannelSettings, now: number): Promise<readonly string[]> {
  const problems = problemsOfSettings(settings);
  try {
    return [...problems, ...problemsOfAccount(await zalo.getAccount(), settings["ZALO_OA_ID"], now)];
  } catch (error) {
    const why = isZaloError(error)
      ? error.message
      : "The table did not give the account's token: look at the table first.";
    return [...problems, why];
  }
}

function problemsOfSettings(settings: ChannelSettings): readonly string[] {
  const key = settings["ZALO_OA_SECRET_KEY"];
  if (!key || key !== settings["ZALO_APP_SECRET"]) return [];
  return [
    "ZALO_OA_SECRET_KEY is the app's secret: copy the OA Secret Key of the app's Webhook page, else no message is let in.",
  ];
}

function problemsOfAccount(account: Account, expected: string | undefined, now: number): readonly string[] {
  const { id, verified, packageName, packageValidThrough } = account;
  const problems: string[] = [];
  if (id !== undefined && id !== expected)
    problems.push(
      `The token belongs to the account ${id}, but ZALO_OA_ID is ${expected ?? "unset"}: set ZALO_OA_ID, or get a ZALO_REFRESH_TOKEN for that account.`,
    );
  if (verified === false) problems.push("The account is not verified: have it verified at oa.zalo.me.");
  const end = dateOf(packageValidThrough);
  if (end !== undefined && end < now)
    problems.push(
      `The package ${packageName ?? ""} of the account ended on ${packageValidThrough ?? ""}: renew it at oa.zalo.me, else Zalo refuses every call.`,
    );
  return problems;
}

/** The end of "DD/MM/YYYY" in Viet Nam; undefined for any other writing, about which nothing is claimed. */
function dateOf(text: string | undefined): number | undefined {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text ?? "") ?? [];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const end = Date.parse(`${year}-${month}-${day}T23:59:59+07:00`);
  return Number.isNaN(end) ? undefined : end;
}

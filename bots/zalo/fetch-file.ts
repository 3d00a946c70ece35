/** Pictures that people sent lie on Zalo's servers. An event names the address, so nothing but Zalo's own hosts is asked. */
import { fetchCapped } from "../../shared/ports/fetch-capped.ts";

const HOSTS = ["zdn.vn", "zadn.vn", "zaloapp.com"];

export type Files = {
  readonly fetch: typeof fetch;
  /** `ZALO_API_ROOT`, where a simulator keeps its pictures. */
  readonly simulatorRoot: string | undefined;
};

export async function fetchFile(
  { fetch, simulatorRoot }: Files,
  ref: string,
): Promise<{ bytes: Uint8Array; type: string }> {
  const address = zaloAddress(ref, simulatorRoot);
  if (address === undefined)
    throw new Error("A file of Zalo was not fetched: its address is not one of Zalo's servers");
  return await fetchCapped({ fetch, address, provider: "Zalo" });
}

function zaloAddress(ref: string, simulatorRoot: string | undefined): string | undefined {
  if (!URL.canParse(ref)) return undefined;
  const url = new URL(ref);
  if (simulatorRoot !== undefined && url.href.startsWith(`${simulatorRoot.replace(/\/+$/, "")}/`)) return url.href;
  const zalos = HOSTS.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  if (!zalos || url.port !== "" || url.username !== "" || !/^https?:$/.test(url.protocol)) return undefined;
  // Zalo still writes http in some events; its servers speak https.
  url.protocol = "https:";
  return url.href;
}

/** Pictures that people sent lie on Zalo's servers. An event names the address, so nothing but Zalo's own hosts is asked. */
import { fetchCapped } from "../../shared/ports/fetch-capped.ts";

const ZALOS = /(?:^|\.)(?:zdn\.vn|zadn\.vn|zaloapp\.com|zaloplatforms\.com)$/;

export type Files = {
  readonly fetch: typeof fetch;
  /** `ZALO_BOT_API_ROOT`, where a simulator keeps its pictures. */
  readonly simulatorRoot: string | undefined;
};

export async function fetchFile(files: Files, ref: string): Promise<{ bytes: Uint8Array; type: string }> {
  if (!isZalos(ref, files.simulatorRoot))
    throw new Error("A file of the Zalo Bot was not fetched: its address is not one of Zalo's servers");
  return await fetchCapped({ fetch: files.fetch, address: ref, provider: "Zalo" });
}

function isZalos(address: string, simulatorRoot: string | undefined): boolean {
  if (!URL.canParse(address)) return false;
  const { href, protocol, hostname, port, username } = new URL(address);
  if (simulatorRoot !== undefined && href.startsWith(`${simulatorRoot.replace(/\/+$/, "")}/`)) return true;
  return protocol === "https:" && port === "" && username === "" && ZALOS.test(hostname);
}

/** Pictures that people sent lie on Zalo's servers. */
import { fetchFrom, type FilesOf } from "../../shared/ports/fetch-capped.ts";

const SERVERS = { provider: "Zalo", hosts: ["zdn.vn", "zadn.vn", "zaloapp.com"] };

export const fetchFile = (files: FilesOf, ref: string) => fetchFrom(SERVERS, files, ref);

/**
 * Run before the program (`node --import`): a file `.env` where it is started sets what the environment leaves open.
 * Node's own --env-file-if-exists would say at each start that there is none.
 */
import { existsSync } from "node:fs";
import { loadEnvFile } from "node:process";

const FILE = ".env";

if (existsSync(FILE)) loadEnvFile(FILE);

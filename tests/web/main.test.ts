import { createServer, type Server } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { startProgram } from "../browser/program.ts";

it("says where the shop is, and ends with 0 when it is told to", async () => {
  const program = await startProgram();
  expect(program.printed()).toContain(`Shop and web chat   ${program.address}/\n`);
  expect((await fetch(`${program.address}/healthz`)).status).toBe(200);
  expect(await program.stop()).toBe(0);
});

it("says in a sentence which port is taken", async () => {
  const port = await takenPort();
  await expect(startProgram({ PORT: String(port) })).rejects.toThrow(
    `ended with 1 before it was open:\nPort ${port} is taken by another program: stop it, or choose another with PORT=3001\n`,
  );
});

it("says in a sentence which setting is wrong, and what to set", async () => {
  await expect(startProgram({ PUBLIC_URL: "ocop.example.vn" })).rejects.toThrow(
    /ended with 1 before it was open:\nPUBLIC_URL is no http or https address: set .*\n$/,
  );
});

async function takenPort(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

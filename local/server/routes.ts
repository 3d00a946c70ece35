/** What answers which address in the embedded home: webhooks, pretended providers, and the web for everything else. */
import { Hono } from "hono";
import { compress } from "hono/compress";
import { handler as matchPayment } from "../../functions/match-payment.ts";
import { handler as serveWeb } from "../../functions/serve-web.ts";
import { type App } from "../../shared/ports/app.ts";
import { asideWrite } from "../../shared/stores/aside.ts";
import { type Simulators } from "../simulator/simulators.ts";
import { addDoors, type Doors } from "./doors.ts";
import { type Fetch } from "./server.ts";

export type Routes = Omit<Doors, "receiver"> & {
  app: App;
  /** Absent: nothing is pretended, and no address of it exists. */
  simulation?: { simulators: Simulators; page: Hono };
};

export function routesOf({ app, simulation, ...doors }: Routes): Fetch {
  const routes = new Hono();
  addDoors(routes, { ...doors, receiver: receiverOf(app) });
  routes.post("/webhooks/payments/:provider", ({ req }) => matchPayment.run(app, req.raw));
  if (simulation) {
    for (const [name, simulator] of simulation.simulators)
      routes.all(`/simulator/${name}/api/*`, ({ req }) => simulator.handle(req.raw));
    routes.route("/simulator", simulation.page);
  }
  routes.use(compress());
  routes.all("*", ({ req }) => serveWeb.run(app, req.raw));
  routes.onError((error, context) => {
    app.log.error("server.request-failed", error, { method: context.req.method });
    return context.text("Internal error\n", 500);
  });
  return (request) => routes.fetch(request);
}

const receiverOf = (app: App): Doors["receiver"] => ({
  clock: app.clock,
  log: app.log,
  queue: app.queue,
  async keepAside(channel, { body: bytes }, why) {
    const token = app.ids.random("cmt");
    const kept = await app.table.commit([asideWrite(app, { channel, why, bytes })], { token });
    if (!kept.done) throw new Error("The table took no more");
  },
});

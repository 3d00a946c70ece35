/** Everything over HTTP that is no webhook: the shop's pages and the web chat's answers. */
import { type App } from "../shared/ports/app.ts";
import { storefront } from "../web/storefront/site.ts";
import { onHttp } from "./reaction.ts";

const sites = new WeakMap<App, ReturnType<typeof storefront>>();

const siteOf = (app: App): ReturnType<typeof storefront> => {
  const site = sites.get(app) ?? storefront(app);
  sites.set(app, site);
  return site;
};

export const handler = onHttp(async (app, request) => siteOf(app).fetch(request));

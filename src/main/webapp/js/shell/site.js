import { Router } from '../lib/router.js';
import { routes } from '../routes.js';

/** The one router of the page. */
export const router = new Router(routes);

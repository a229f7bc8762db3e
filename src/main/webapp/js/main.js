import { messages } from './lib/i18n.js';
import { session } from './lib/session.js';

await messages.start();
session.start();
await import('./shell/app.js');

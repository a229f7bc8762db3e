import { messages } from './lib/i18n.js';
import { session } from './lib/session.js';

session.start();
await messages.start();
await import('./shell/app.js');

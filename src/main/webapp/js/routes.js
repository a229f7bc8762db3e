/** The pages, by their real addresses. @type {import('./lib/router.js').Route[]} */
export const routes = [
  { path: '/', tag: 'nb-list-page', title: 'list.title', load: () => import('./list/list-page.js') },
  { path: '/auctions/:id', tag: 'nb-room-page', title: 'room.title', own: true, load: () => import('./room/room-page.js') },
  { path: '/sell', tag: 'nb-sell-page', title: 'sell.title', members: true, load: () => import('./sell/sell-page.js') },
  { path: '/wallet', tag: 'nb-wallet-page', title: 'wallet.title', members: true, load: () => import('./wallet/wallet-page.js') },
  { path: '/orders', tag: 'nb-orders-page', title: 'orders.title', members: true, load: () => import('./orders/orders-page.js') },
  { path: '/orders/:id', tag: 'nb-order-page', title: 'orders.one', members: true, load: () => import('./orders/order-page.js') },
  { path: '/notifications', tag: 'nb-notifications-page', title: 'news.title', members: true, load: () => import('./member/notifications-page.js') },
  { path: '/me', tag: 'nb-me-page', title: 'me.title', members: true, load: () => import('./member/me-page.js') },
  { path: '/admin', tag: 'nb-admin-page', title: 'admin.title', members: true, load: () => import('./admin/admin-page.js') },
  { path: '/login', tag: 'nb-login-page', title: 'login.title', load: () => import('./member/login-page.js') },
  { path: '/password', tag: 'nb-password-page', title: 'password.title', load: () => import('./member/password-page.js') },
  { path: '/register', tag: 'nb-register-page', title: 'register.title', load: () => import('./member/register-page.js') },
];

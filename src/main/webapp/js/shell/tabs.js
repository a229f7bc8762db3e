/** The main pages, in the order of the tabs. @type {{path: string, label: string, icon: 'home' | 'sell' | 'wallet' | 'orders' | 'person'}[]} */
export const TABS = [
  { path: '/', label: 'tab.home', icon: 'home' },
  { path: '/sell', label: 'tab.sell', icon: 'sell' },
  { path: '/wallet', label: 'tab.wallet', icon: 'wallet' },
  { path: '/orders', label: 'tab.orders', icon: 'orders' },
  { path: '/me', label: 'tab.me', icon: 'person' },
];

import { html, svg } from 'lit';

const PATHS = {
  home: svg`<path d="M4 11.5 12 4l8 7.5M6 10v9.5h4.5V14h3v5.5H18V10" />`,
  sell: svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 8v8M8 12h8" />`,
  wallet: svg`<path d="M4 7.5h14.5a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18zm0 0A2.5 2.5 0 0 1 6.5 5H17v2.5M20 12h-4.500a1.750 1.750 0 0 0 0 3.500H20" />`,
  orders: svg`<path d="m12 3.500 8 4.200v8.600l-8 4.200-8-4.200V7.700zM4.200 7.800 12 12l7.800-4.200M12 12v8.300" />`,
  person: svg`<circle cx="12" cy="8.500" r="3.800" /><path d="M4.500 20c.8-3.800 3.800-5.800 7.500-5.800s6.700 2 7.500 5.800" />`,
  bell: svg`<path d="M6.500 10.500a5.500 5.500 0 0 1 11 0c0 5 2 6.500 2 6.500h-15s2-1.500 2-6.500M10 20.200h4" />`,
  search: svg`<circle cx="10.800" cy="10.800" r="6.300" /><path d="m15.500 15.500 4.500 4.500" />`,
  pin: svg`<path d="M12 21s-6.500-5.600-6.500-11a6.500 6.500 0 0 1 13 0c0 5.400-6.500 11-6.500 11" /><circle cx="12" cy="10" r="2.400" />`,
  clock: svg`<circle cx="12" cy="12" r="8.500" /><path d="M12 7v5.300l3.300 2" />`,
  eye: svg`<path d="M2.800 12S6 5.800 12 5.800 21.200 12 21.200 12 18 18.200 12 18.200 2.800 12 2.800 12" /><circle cx="12" cy="12" r="2.800" />`,
  paddle: svg`<path d="M7 3.500h10A1.500 1.500 0 0 1 18.500 5v8a1.500 1.500 0 0 1-1.500 1.500H7A1.500 1.500 0 0 1 5.500 13V5A1.500 1.500 0 0 1 7 3.500M12 14.500v6" />`,
  flag: svg`<path d="M6 21V4M6 4.500h11.500l-2.500 4 2.500 4H6" />`,
  cross: svg`<path d="m6.500 6.500 11 11M17.500 6.500l-11 11" />`,
  tick: svg`<path d="m5 12.500 4.500 4.500L19 7.500" />`,
  ticks: svg`<path d="m2 12.500 4.500 4.500L16 7.500M12 15.500l1.500 1.500L23 7.500" />`,
  left: svg`<path d="m14.500 5.500-6.500 6.500 6.500 6.500" />`,
  right: svg`<path d="m9.500 5.500 6.500 6.500-6.500 6.500" />`,
  picture: svg`<path d="M4.500 5h15v14h-15zM4.500 16l4.500-4.500 3.500 3.500 2.500-2.500 4.500 4" /><circle cx="15" cy="9" r="1.300" />`,
  trophy: svg`<path d="M8 4h8v5.500a4 4 0 0 1-8 0zM8 5.500H4.800c0 3 1.200 4.500 3.400 4.800M16 5.500h3.200c0 3-1.200 4.500-3.400 4.800M12 13.500V17M8.500 20h7M9.500 20c0-2 1-3 2.500-3s2.500 1 2.500 3" />`,
};

/** A picture that only repeats what the words beside it say. @param {keyof typeof PATHS} name */
export const icon = (name) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`;

/** The auction of an order, which may be its id or {id, title}. @param {any} order @returns {{id: string, title?: string}} */
export const auctionOf = (order) =>
  typeof order.auction === 'object' ? order.auction : { id: order.auction, title: order.title };

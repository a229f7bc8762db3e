-- The increment tables.

-- The bands of "from:increment,..." (rising), kept by their text, which says all about them.
local tables = { count = 0, by_text = {} }

local function increment_table(increments)
  local bands = tables.by_text[increments]
  if not bands then
    bands = {}
    for from, step in string.gmatch(increments, '(%d+):(%d+)') do
      bands[#bands + 1] = { from = tonumber(from), step = tonumber(step) }
    end
    if tables.count >= INCREMENT_TABLES_KEPT then
      tables = { count = 0, by_text = {} }
    end
    tables.count, tables.by_text[increments] = tables.count + 1, bands
  end
  return bands
end

-- The increment of a price's band; below the first band it is the first one's.
local function increment(auction, price)
  local bands = increment_table(auction.increments)
  local found = bands[1]
  for i = 2, #bands do
    if bands[i].from > price then
      break
    end
    found = bands[i]
  end
  return found.step
end

-- The least that anybody but the leader may bid: exact below 2^53, and past it still above every possible bid.
local function next_bid(auction)
  if auction.seq == 0 then
    return auction.start
  end
  return auction.price + increment(auction, auction.price)
end

local function next_text(auction)
  if auction.seq == 0 then
    return text(auction.start)
  end
  return sum_text(auction.price, increment(auction, auction.price))
end

-- An auction's state.

local function read_fields(auction, names, value)
  local from = 1
  for _, name in ipairs(names) do
    local bar = string.find(value, '|', from, true)
    local field = string.sub(value, from, bar and bar - 1)
    if TEXTS[name] then
      auction[name] = field
    else
      auction[name] = tonumber(field) -- nil for none
    end
    from = bar and bar + 1
  end
end

-- One format for all is a fraction of the price of a text for each.
local function moving_text(auction)
  return string.format('%s|%d|%d|%d|%d|%d|%d|%s|%s|%s|%s|%d|%d|%s|%s', auction.state, auction.epoch, auction.n,
    auction.clock, auction.endsAt, auction.price, auction.seq, auction.leader, auction.leaderMember,
    text_or(auction.leaderMax, ''), auction.outcome, auction.recorded, auction.recordedN,
    text_or(auction.recoverUntil, ''), text_or(auction.pausedAt, ''))
end

local function terms_text(auction)
  local fields = {}
  for i, name in ipairs(TERMS) do
    fields[i] = text_or(auction[name], '')
  end
  return table.concat(fields, '|')
end

-- The auctions that were read or written last, by their key. One is good for as long as the texts that Redis has are those
-- that it stands for: equal texts are the same object in Lua, so that this costs nothing. `moving` is taken from it before
-- anything else in it changes, so that a call that ends with an error leaves nothing behind that is believed.
local seen = { count = 0, by_key = {} }

local function see(key, moving, terms)
  local auction = seen.by_key[key]
  if auction and auction.moving == moving and auction.terms == terms then
    return auction
  end
  if not auction then
    if seen.count >= AUCTIONS_KEPT then
      seen = { count = 0, by_key = {} }
    end
    seen.count = seen.count + 1
  end
  auction = { terms = terms }
  read_fields(auction, MOVING, moving)
  read_fields(auction, TERMS, terms)
  seen.by_key[key] = auction
  return auction
end

-- The auction, or nil, and what further fields of its state hold (false for none).
local function load_auction(keys, ...)
  local found = redis.call('HMGET', keys[STATE], 'moving', 'terms', ...)
  local moving, terms = found[1], found[2]
  if not moving then
    return nil
  end
  local auction = see(keys[STATE], moving, terms)
  auction.now, auction.stands, auction.moving = redis_millis(), moving, nil
  if not is_home(auction.home, auction.now) then
    return nil
  end
  return auction, found[3], found[4]
end

-- The auction was read, and is as it was.
local function untouched(auction)
  auction.moving = auction.stands
end

-- Writes the auction, and further fields of its state with it.
local function save_auction(keys, auction, ...)
  auction.stands = moving_text(auction)
  redis.call('HSET', keys[STATE], 'moving', auction.stands, ...)
  untouched(auction)
end

local function save_with_terms(keys, auction)
  auction.terms = terms_text(auction)
  save_auction(keys, auction, 'terms', auction.terms)
end

-- The auction's own clock: Redis's, except that it never runs back.
local function auction_clock(auction)
  return math.max(auction.now, auction.clock)
end

local function recovering(auction, now)
  return auction.recoverUntil ~= nil and now < auction.recoverUntil
end

local function due_to_open(auction, now)
  return auction.state == 'SCHEDULED' and auction.opensAt <= now
end

local function past_end(auction, now)
  return auction.state == 'OPEN' and auction.endsAt <= now
end

-- When the auction changes by itself, or nil.
local function next_transition(auction)
  if auction.state == 'SCHEDULED' then
    return auction.opensAt
  elseif auction.state == 'OPEN' then
    return auction.endsAt
  end
  return nil
end

local function schedule(keys, auction, id)
  local transition = next_transition(auction)
  if transition then
    redis.call('ZADD', keys[CLOSING], text(transition), id)
  else
    redis.call('ZREM', keys[CLOSING], id)
  end
end

-- '1' or '0', '' without a reserve (6: not met while the leader's maximum is below it).
local function reserve_met(auction)
  if not auction.reserve then
    return ''
  end
  return flag(auction.leaderMax ~= nil and auction.leaderMax >= auction.reserve)
end

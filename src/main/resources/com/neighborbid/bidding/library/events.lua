-- Events.

-- Appends an event to the outbox; the caller writes the state next and announces the event last.
local function append(keys, auction, now, event, trace)
  if trace then
    redis.call('XADD', keys[OUTBOX], '*', 'e', event, 't', trace)
  else
    redis.call('XADD', keys[OUTBOX], '*', 'e', event)
  end
  auction.clock = now
end

local function announce(channel, event)
  redis.call('PUBLISH', channel, event)
end

-- The number of an event decided now. It ends the time in which events of an older epoch may come back: they had it.
local function take_number(auction)
  auction.moving = nil
  auction.n = auction.n + 1
  auction.recoverUntil = nil
end

local function open_auction(keys, auction, id, channel, now)
  take_number(auction)
  auction.state = 'OPEN'
  local event = table.concat(
    { 'S', id, text(auction.epoch), text(auction.n), text(now), 'OPEN', text(auction.endsAt), '' }, '|')
  append(keys, auction, now, event)
  save_auction(keys, auction)
  schedule(keys, auction, id)
  announce(channel, event)
end

local function close_auction(keys, auction, id, channel, now, outcome, reason)
  take_number(auction)
  auction.state, auction.outcome = 'CLOSED', outcome
  local price = auction.seq > 0 and text(auction.price) or ''
  local event = table.concat({
    'C', id, text(auction.epoch), text(auction.n), text(now), outcome, text(auction.seq), price, auction.leader,
    auction.leaderMember, reason,
  }, '|')
  append(keys, auction, now, event)
  save_auction(keys, auction)
  schedule(keys, auction, id)
  announce(channel, event)
end

-- A state and an end that the house set. The first end moves with the end, so that the soft close's cap is as far as ever;
-- a pause counts from its first event.
local function take_state(auction, at, state, ends_at)
  auction.firstEndsAt = auction.firstEndsAt + ends_at - auction.endsAt
  auction.state, auction.endsAt = state, ends_at
  auction.pausedAt = state == 'PAUSED' and (auction.pausedAt or at) or nil
end

local function change_state(keys, auction, id, channel, now, state, ends_at, reason)
  take_number(auction)
  take_state(auction, now, state, ends_at)
  local event = table.concat(
    { 'S', id, text(auction.epoch), text(auction.n), text(now), state, text(ends_at), reason }, '|')
  append(keys, auction, now, event)
  save_with_terms(keys, auction)
  schedule(keys, auction, id)
  announce(channel, event)
end

local function bid_items(shown)
  local items = {}
  for i, bid in ipairs(shown) do
    items[i] = table.concat({ text(bid.seq), text(bid.amount), bid.paddle, flag(bid.proxy) }, ',')
  end
  return items
end

local function append_log(keys, auction, seq, item, at)
  redis.call('XADD', keys[LOG], 'MAXLEN', '~', text(auction.logLength or LOG_LENGTH), seq .. '-1',
    'b', item .. ',' .. at)
end

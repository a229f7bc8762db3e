-- The life of an auction.

local function outcome_by_hammer(auction)
  if auction.seq == 0 then
    return 'NO_BIDS'
  elseif reserve_met(auction) == '0' then
    return 'RESERVE_NOT_MET'
  end
  return 'SOLD'
end

-- nb_advance: opens or closes an auction whose time has come; one step in a call.
-- KEYS 1..4. ARGV: auction, channel.
-- Answers {'OPENED' | 'CLOSED' | 'NONE', when it changes next by itself or ''}; {'MISSING'}.
-- Events: S or C. Does nothing while events of an older epoch may still come back.
local function nb_advance(keys, args)
  local id, channel = unpack(args)
  local auction = load_auction(keys)
  if not auction then
    return { 'MISSING', '' }
  end
  local now = auction_clock(auction)
  local done = 'NONE'
  if recovering(auction, now) then
    local transition = next_transition(auction)
    return { done, transition and text(math.max(transition, auction.recoverUntil)) or '' }
  elseif due_to_open(auction, now) then
    open_auction(keys, auction, id, channel, now)
    done = 'OPENED'
  elseif past_end(auction, now) then
    close_auction(keys, auction, id, channel, now, outcome_by_hammer(auction), '')
    done = 'CLOSED'
  end
  return { done, text_or(next_transition(auction), '') }
end

-- nb_withdraw: closes an auction without a sale.
-- KEYS 1..4. ARGV: auction, channel, reason, onlyWithoutBids (1 or 0).
-- Answers OK; HAS_BIDS; CLOSED, also at or after its end; UNAVAILABLE while older events may still come back; MISSING.
-- Event: C with outcome WITHDRAWN.
local function nb_withdraw(keys, args)
  local id, channel, reason, only_without_bids = unpack(args)
  local auction = load_auction(keys)
  if not auction then
    return 'MISSING'
  end
  local now = auction_clock(auction)
  if recovering(auction, now) then
    return REFUSAL.UNAVAILABLE
  elseif auction.state == 'CLOSED' or past_end(auction, now) then
    return REFUSAL.CLOSED
  elseif only_without_bids == '1' and auction.seq > 0 then
    return 'HAS_BIDS'
  end
  close_auction(keys, auction, id, channel, now, 'WITHDRAWN', reason)
  return 'OK'
end

-- The auction and its time where the house may pause, resume or move its end, opened if it was due to; else nil, and why
-- it may not.
local function in_house_hands(keys, id, channel)
  local auction = load_auction(keys)
  if not auction then
    return nil, 'MISSING'
  end
  local now = auction_clock(auction)
  if recovering(auction, now) then
    return nil, REFUSAL.UNAVAILABLE
  elseif due_to_open(auction, now) then
    open_auction(keys, auction, id, channel, now)
  end
  if auction.state == 'SCHEDULED' then
    return nil, REFUSAL.NOT_OPEN
  elseif auction.state == 'CLOSED' or past_end(auction, now) then
    return nil, REFUSAL.CLOSED
  end
  return auction, now
end

-- nb_pause: stops an open auction's time. What was lost before, from `since` on, is given back at once.
-- KEYS 1..4. ARGV: auction, channel, since (milliseconds since the epoch, '' for now), reason.
-- Answers OK; PAUSED already; NOT_OPEN; CLOSED, also past its end; UNAVAILABLE while older events may still come back;
-- MISSING. Event: S.
local function nb_pause(keys, args)
  local id, channel, since, reason = unpack(args)
  local auction, now = in_house_hands(keys, id, channel)
  if not auction then
    return now
  elseif auction.state == 'PAUSED' then
    return REFUSAL.PAUSED
  end
  local from = math.min(now, math.max(number_or_none(since) or now, auction.opensAt))
  change_state(keys, auction, id, channel, now, 'PAUSED', auction.endsAt + now - from, reason)
  return 'OK'
end

-- nb_resume: lets a paused auction go on, for as long as it had left and at least `least`.
-- KEYS 1..4. ARGV: auction, channel, least (milliseconds), reason.
-- Answers OK; OPEN when it is not paused; NOT_OPEN; CLOSED; UNAVAILABLE; MISSING. Event: S.
local function nb_resume(keys, args)
  local id, channel, least, reason = unpack(args)
  local auction, now = in_house_hands(keys, id, channel)
  if not auction then
    return now
  elseif auction.state == 'OPEN' then
    return 'OPEN'
  end
  local left = math.max(auction.endsAt - (auction.pausedAt or now), tonumber(least))
  change_state(keys, auction, id, channel, now, 'OPEN', now + left, reason)
  return 'OK'
end

-- nb_extend: moves the end of an open or paused auction to later.
-- KEYS 1..4. ARGV: auction, channel, endsAt (milliseconds since the epoch), reason.
-- Answers OK; NOT_LATER than the end that stands; NOT_OPEN; CLOSED; UNAVAILABLE; MISSING. Event: S.
local function nb_extend(keys, args)
  local id, channel, ends_at, reason = unpack(args)
  local auction, now = in_house_hands(keys, id, channel)
  if not auction then
    return now
  elseif tonumber(ends_at) <= auction.endsAt then
    return 'NOT_LATER'
  end
  change_state(keys, auction, id, channel, now, auction.state, tonumber(ends_at), reason)
  return 'OK'
end

redis.register_function('nb_advance', nb_advance)
redis.register_function('nb_withdraw', nb_withdraw)
redis.register_function('nb_pause', nb_pause)
redis.register_function('nb_resume', nb_resume)
redis.register_function('nb_extend', nb_extend)

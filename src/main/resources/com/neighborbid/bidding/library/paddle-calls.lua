-- Paddles are issued, changed and given back.

-- nb_paddle: issues a member's paddle, or changes its limit.
-- KEYS 1..4. ARGV: auction, member, paddle (number), limit, version (rises with every change of this paddle).
-- Answers OK (again for the same version and limit: a call whose answer was lost, or that found no state and comes after
-- its rebuild); STALE when a newer version is there; CLOSED; LIMIT_BELOW_BID when the leader's maximum is above the
-- limit; UNAVAILABLE for a lower limit while older events may still come back; MISSING. No event.
-- A paddle that was given back keeps its number.
local function nb_paddle(keys, args)
  local _, member, number, limit, version = unpack(args)
  limit, version = tonumber(limit), tonumber(version)
  local auction, entry = load_auction(keys, paddle_field(member))
  if not auction then
    return 'MISSING'
  end
  local now = auction_clock(auction)
  local paddle = paddle_of(member, entry) or new_paddle(member, number, -1)
  if version <= paddle.version then
    return version == paddle.version and limit == paddle.limit and 'OK' or 'STALE'
  elseif auction.state == 'CLOSED' or past_end(auction, now) then
    return REFUSAL.CLOSED
  elseif leads(auction, paddle) and limit < auction.leaderMax then
    return 'LIMIT_BELOW_BID'
  elseif recovering(auction, now) and paddle.limit and limit < paddle.limit then
    return REFUSAL.UNAVAILABLE
  end
  paddle.limit, paddle.version = limit, version
  save_paddle(keys, paddle)
  return 'OK'
end

-- nb_paddle_return: a member gives its paddle back; number and refs stay its own.
-- KEYS 1..4. ARGV: auction, member, version.
-- Answers OK (again for the same version); LEADING for the leader, also after the close (its hold is the
-- settlement's); NO_PADDLE; STALE
-- when a newer version is there; UNAVAILABLE while older events may still come back; MISSING. No event.
local function nb_paddle_return(keys, args)
  local _, member, version = unpack(args)
  version = tonumber(version)
  local auction, entry = load_auction(keys, paddle_field(member))
  if not auction then
    return 'MISSING'
  end
  local paddle = paddle_of(member, entry)
  if not paddle then
    return REFUSAL.NO_PADDLE
  elseif not paddle.limit then
    return version == paddle.version and 'OK' or REFUSAL.NO_PADDLE
  elseif version <= paddle.version then
    return 'STALE'
  elseif leads(auction, paddle) then
    return 'LEADING'
  elseif recovering(auction, auction_clock(auction)) then
    return REFUSAL.UNAVAILABLE
  end
  paddle.limit, paddle.max, paddle.version = nil, nil, version
  save_paddle(keys, paddle)
  return 'OK'
end

redis.register_function('nb_paddle', nb_paddle)
redis.register_function('nb_paddle_return', nb_paddle_return)

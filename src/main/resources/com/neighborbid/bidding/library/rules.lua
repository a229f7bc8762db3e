-- The rules of a bid.

-- Why a bid is refused by rule 4, or nil. In this order, and a leader first.
local function rule_refusal(auction, paddle, kind, value)
  if leads(auction, paddle) then
    if kind == AMOUNT then
      return REFUSAL.ALREADY_LEADING
    elseif value == 0 then
      return nil
    elseif value < auction.price then
      return REFUSAL.TOO_LOW
    end
  elseif kind == MAXIMUM and value == 0 then
    return nil
  elseif value < next_bid(auction) then
    return REFUSAL.TOO_LOW
  end
  if value > paddle.limit then
    return REFUSAL.OVER_LIMIT
  end
  return nil
end

-- Adds a bid that the room sees: a seq of its own, and the price.
local function show(auction, shown, number, amount, proxy)
  auction.seq, auction.price = auction.seq + 1, amount
  shown[#shown + 1] = { seq = auction.seq, amount = amount, paddle = number, proxy = proxy }
end

-- A new leader, shown at its exact amount, or by proxy at no more than `enough` (5); lifted to a reserve that its
-- maximum reaches (6).
local function take_lead(auction, shown, paddle, kind, value, enough)
  auction.leader, auction.leaderMember, auction.leaderMax = paddle.number, paddle.member, value
  local proxy = kind == MAXIMUM
  local amount = proxy and math.min(value, enough) or value
  if auction.reserve and value >= auction.reserve then
    amount = math.max(amount, auction.reserve)
  end
  show(auction, shown, paddle.number, amount, proxy)
end

-- The leader's own maximum, up or down (4): moves no price, except by one proxy bid to a reserve that it reaches (6).
local function change_own_maximum(auction, shown, value)
  auction.leaderMax = value == 0 and auction.price or value
  if auction.reserve and auction.price < auction.reserve and auction.reserve <= auction.leaderMax then
    show(auction, shown, auction.leader, auction.reserve, true)
  end
end

-- A challenger's maximum against the leader's (5). A leader's maximum is above its price only by proxy, so whatever is
-- shown for it here is a proxy's answer.
local function challenge(auction, shown, paddle, kind, value)
  local standing = auction.leaderMax
  if value > standing then
    if standing > auction.price then
      show(auction, shown, auction.leader, standing, true)
    end
    take_lead(auction, shown, paddle, kind, value, standing + increment(auction, standing))
  elseif value < standing then
    show(auction, shown, paddle.number, value, kind == MAXIMUM)
    show(auction, shown, auction.leader, math.min(standing, value + increment(auction, value)), true)
  elseif standing > auction.price then
    show(auction, shown, auction.leader, standing, true)
  end
end

-- Applies a bid that rule 4 lets pass; returns the bids to show.
local function decide(auction, paddle, kind, value)
  local shown = {}
  if leads(auction, paddle) then
    change_own_maximum(auction, shown, value)
  elseif value == 0 then
    return shown
  elseif auction.leader == '' then
    take_lead(auction, shown, paddle, kind, value, auction.start)
  else
    challenge(auction, shown, paddle, kind, value)
  end
  return shown
end

-- Soft close (8): true when the end moved. It moves to now + softClose, which is later than it is just when the bid
-- comes within softClose of it; the cap counts from the first end; the end never comes nearer.
local function extend_close(auction, now)
  local ends = now + auction.softClose * 1000
  if auction.softCap then
    ends = math.min(ends, auction.firstEndsAt + auction.softCap * 1000)
  end
  if ends <= auction.endsAt then
    return false
  end
  auction.endsAt = ends
  return true
end

-- The ref stands by itself, as a format may cut a text short.
local function bid_event(auction, id, now, paddle, kind, value, next, shown, ref)
  return string.format('B|%s|%d|%d|%d|%s|%s|%s|%s|%s|%s|%s|%d|%d|%d|%s|%s|%s|', id, auction.epoch, auction.n, now,
    paddle.member, paddle.number, kind, value, auction.leader, auction.leaderMember, text_or(auction.leaderMax, ''),
    auction.price, auction.seq, auction.endsAt, next, reserve_met(auction), shown) .. ref
end

-- What a member's own maximum is after its accepted bid: 0 takes a leader's back to the price, and is nothing else.
local function own_maximum(auction, paddle, value)
  if value > 0 then
    return value
  end
  return leads(auction, paddle) and auction.price or paddle.max
end

local function accept(keys, auction, id, channel, now, paddle, kind, value, ref, trace)
  take_number(auction)
  local shown = decide(auction, paddle, kind, tonumber(value))
  local extended = #shown > 0 and extend_close(auction, now)
  local items, next = bid_items(shown), next_text(auction)
  local event = bid_event(auction, id, now, paddle, kind, value, next, table.concat(items, ';'), ref)
  append(keys, auction, now, event, trace)
  for i, bid in ipairs(shown) do
    append_log(keys, auction, text(bid.seq), items[i], text(now))
  end
  paddle.max = own_maximum(auction, paddle, tonumber(value))
  local seq, leading = text(auction.seq), flag(leads(auction, paddle))
  save_auction(keys, auction, remember(keys, paddle, ref, kind, value, 'ACCEPTED', seq, leading))
  if extended then
    schedule(keys, auction, id)
  end
  announce(channel, event)
  return { 'ACCEPTED', seq, leading, next, '0', event }
end

local function replay(auction, decision, kind, value)
  if decision.kind ~= kind or decision.value ~= value then
    return { REFUSAL.REF_REUSED, next_text(auction) }
  elseif decision.answer == 'ACCEPTED' then
    return { 'ACCEPTED', decision.seq, decision.leading, next_text(auction), '1', '' }
  end
  return { decision.answer, next_text(auction) }
end
